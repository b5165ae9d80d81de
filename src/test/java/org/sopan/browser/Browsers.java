package org.sopan.browser;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.BrowserContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The Chromium that all test classes share, since it is slow to start. */
final class Browsers implements BeforeAllCallback {
    private @Nullable Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.require();
        chromium = of(context);
    }

    BrowserContext phone() {
        return requireNonNull(chromium).phone(true);
    }

    static Chromium of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
    }
}
