-- Sign-ups by wrk: a person a request. Arguments: occurrence, cookie, form token, a word that makes the addresses unlike
-- those of another run.
local threads = {}

function setup(thread)
  thread:set("id", #threads + 1)
  table.insert(threads, thread)
end

function init(arguments)
  taken, others, number = 0, 0, 0
  start = "dates=" .. arguments[1] .. "&seats=1&name=%D0%90%D0%BD%D0%BD%D0%B0&consents=SIGN_UP&_csrf=" .. arguments[3]
    .. "&email=" .. arguments[4] .. "-" .. id .. "-"
  headers = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = arguments[2] }
end

function request()
  number = number + 1
  return wrk.format("POST", "/registrations", headers, start .. number .. "%40zarechensk.example")
end

function response(status, answer)
  local to = answer["Location"]
  if status == 302 and to and to:find("/registrations/sent?", 1, true) then
    taken = taken + 1
  else
    others = others + 1
  end
end

function done(summary)
  local taken, others = 0, 0
  for _, thread in ipairs(threads) do
    taken = taken + thread:get("taken")
    others = others + thread:get("others")
  end
  local errors = summary.errors
  print(string.format("RESULT %d %d %d %.1f", taken, others,
    errors.connect + errors.read + errors.write + errors.timeout, taken / (summary.duration / 1e6)))
end
