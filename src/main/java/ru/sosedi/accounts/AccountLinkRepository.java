package ru.sosedi.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountLinkRepository extends Repository<AccountLink, UUID> {

	AccountLink save(AccountLink link);

	@Query("""
			select link from AccountLink link join fetch link.account
			where link.kind = :kind and link.secretHash = :secretHash
			""")
	Optional<AccountLink> find(AccountLink.Kind kind, String secretHash);

	/** Loads no entity, so that the row can be locked before it is read. */
	@Query("""
			select link.account.id from AccountLink link
			where link.kind = :kind and link.secretHash = :secretHash
			""")
	Optional<UUID> accountIdOf(AccountLink.Kind kind, String secretHash);

	@Modifying(flushAutomatically = true)
	@Query("""
			update AccountLink link set link.withdrawnAt = :now
			where link.account.id = :accountId and link.kind in :kinds
			and link.usedAt is null and link.withdrawnAt is null
			""")
	int withdraw(UUID accountId, Collection<AccountLink.Kind> kinds, Instant now);

}
