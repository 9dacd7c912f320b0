package ru.sosedi.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {

	Account save(Account account);

	Account saveAndFlush(Account account);

	@Query("select account from Account account left join fetch account.grants where account.id = :id")
	Optional<Account> findById(UUID id);

	@Query("select account from Account account left join fetch account.grants where account.email = :email")
	Optional<Account> findByEmail(String email);

	/** Loads no entity, so that the row can be locked before it is read. */
	@Query("select account.id from Account account where account.email = :email")
	Optional<UUID> idByEmail(String email);

	/** Until the transaction ends, nobody else changes this account or its links. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select account from Account account where account.id = :id")
	Optional<Account> lockById(UUID id);

	@Query("""
			select account.id from Account account join account.grants granted
			where granted.role = ru.sosedi.accounts.Role.ADMINISTRATOR
			and account.state <> ru.sosedi.accounts.Account.State.BLOCKED order by account.id
			""")
	List<UUID> administratorIds();

	/** Leaves the version alone: a sign-in is no edit. */
	@Modifying
	@Query("update Account account set account.lastSignInAt = :at where account.id = :id")
	int signedInAt(UUID id, Instant at);

}
