package io.barograph.service.overrides;

import io.barograph.service.overrides.OverrideStore.Which;
import io.barograph.service.paging.Cursor;
import io.barograph.service.privacy.AccountTexts;
import io.barograph.service.security.SegmentScope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists overrides, the latest made first. */
@Component
public class OverrideList {

    /**
     * @param account null for all
     * @param segment null for all
     * @param scope segments outside of which nothing is listed; null for all, which is for one account alone
     */
    record Query(
            @Nullable String account,
            @Nullable String segment,
            Which which,
            @Nullable SegmentScope scope) {

        String name() {
            return "overrides " + which.name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param index of the record that says it was made */
    record Item(OverrideDocument told, long index) {

        Cursor cursor(Query query) {
            return Cursor.atIndex(query.name(), index);
        }
    }

    private final OverrideStore store;
    private final AccountTexts texts;
    private final Clock clock;

    OverrideList(OverrideStore store, AccountTexts texts, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.clock = clock;
    }

    /** All of an account, at most some. */
    public List<OverrideDocument> ofAccount(String accountId, int limit) {
        return after(new Query(accountId, null, Which.ALL, null), Long.MAX_VALUE, limit).stream()
                .map(Item::told)
                .toList();
    }

    /** @param before index of the last item that was listed */
    List<Item> after(Query query, long before, int limit) {
        Instant now = clock.instant();
        SegmentScope scope = query.scope();
        List<StoredOverride> found = store.list(
                query.account(),
                query.segment(),
                query.which(),
                scope == null ? SegmentScope.ALL : scope,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                before,
                limit);
        AccountTexts.Reader reader =
                texts.of(found.stream().map(one -> one.override().accountId()).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new Item(OverrideDocument.of(one, now, reader), one.madeIndex()))
                .toList();
    }
}
