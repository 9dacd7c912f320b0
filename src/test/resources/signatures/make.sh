#!/usr/bin/env bash
# Makes the fixtures beside it: detached CAdES-BES signatures as a real signer's program writes them, by OpenSSL 3 with
# the GOST engine (Debian: apt-get install openssl libengine-gost-openssl). The tests read the files and need neither.
# An argument is another text to sign. Keys are thrown away. Subjects are invented; region code 00 belongs to nobody.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export OPENSSL_CONF=$work/openssl.cnf
cat > openssl.cnf <<'C'
openssl_conf = main
[main]
engines = engines
oid_section = oids
[oids]
INNLE = 1.2.643.100.4
[engines]
gost = gost_engine
[gost_engine]
engine_id = gost
default_algorithms = ALL
[req]
distinguished_name = authority
prompt = no
utf8 = yes
string_mask = utf8only
[authority]
CN = УЦ «Река» (вымышленный)
O = УЦ «Река»
[ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = CA:false
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
C
subject="/CN=АНО «Берег»/SN=Кораблёва/GN=Вера Павловна/O=АНО «Берег»/title=Директор/INNLE=0000123450/OGRN=1000000123452"
printf '%s\n' "${1:-Соглашение о сотрудничестве № 1}" > document.txt
make() { # name, algorithm, parameter set, digest
    openssl req -x509 -newkey "$2" -pkeyopt paramset:"$3" -nodes -keyout ca.key -out ca.pem -days 11000 -extensions ca -utf8 2>/dev/null
    openssl req -newkey "$2" -pkeyopt paramset:"$3" -nodes -keyout leaf.key -out leaf.csr -utf8 -subj "$subject" 2>/dev/null
    openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 11000 -extfile openssl.cnf -extensions leaf -out leaf.pem 2>/dev/null
    openssl cms -sign -binary -cades -in document.txt -signer leaf.pem -inkey leaf.key -certfile ca.pem -md "$4" -outform DER -out "$here/$1.sig"
    openssl cms -verify -binary -content document.txt -in "$here/$1.sig" -inform DER -CAfile ca.pem -purpose any -out /dev/null
    openssl x509 -in ca.pem -outform DER -out "$here/$1.ca.cer"
}
make gost256-a gost2012_256 A md_gost12_256
# plain CMS without the signing-certificate attribute; the document within, in BER; PEM
openssl cms -sign -binary -in document.txt -signer leaf.pem -inkey leaf.key -md md_gost12_256 -outform DER -out "$here/gost256-plain.sig"
cp "$here/gost256-a.ca.cer" "$here/gost256-plain.ca.cer"
openssl cms -sign -binary -cades -stream -in document.txt -signer leaf.pem -inkey leaf.key -md md_gost12_256 -outform DER -out "$here/gost256-attached.sig"
cp "$here/gost256-a.ca.cer" "$here/gost256-attached.ca.cer"
openssl cms -sign -binary -cades -in document.txt -signer leaf.pem -inkey leaf.key -md md_gost12_256 -outform PEM -out "$here/gost256-pem.sig"
cp "$here/gost256-a.ca.cer" "$here/gost256-pem.ca.cer"
make gost256-xa gost2012_256 XA md_gost12_256
make gost256-tca gost2012_256 TCA md_gost12_256
make gost512-a gost2012_512 A md_gost12_512
make gost512-b gost2012_512 B md_gost12_512
cp document.txt "$here/document.txt"
