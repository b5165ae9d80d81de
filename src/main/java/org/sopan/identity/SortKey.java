package org.sopan.identity;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/**
 * Where a name stands in a list: the collation key of ICU's Bangla order (CLDR, root for other scripts), in hexadecimal,
 * so that both databases sort it alike. Composed and decomposed forms have the same key, and joiners do not count.
 */
public final class SortKey {
    private static final Collator ORDER = order();

    private SortKey() {}

    private static Collator order() {
        Collator collator = Collator.getInstance(new ULocale("bn"));
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator.freeze();
    }

    public static String of(String name) {
        RawCollationKey key = ORDER.getRawCollationKey(name, new RawCollationKey());
        return HexFormat.of().formatHex(key.bytes, 0, Math.max(0, key.size - 1));
    }
}
