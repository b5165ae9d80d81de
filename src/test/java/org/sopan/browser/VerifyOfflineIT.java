package org.sopan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Someone who opened the page once scans certificates where there is no connection. */
class VerifyOfflineIT {
    @RegisterExtension
    private static final Site SITE = new Site();

    private static final String SERIAL = "7KQ2-9M4T-XW3P1";
    private static final String SAID = "{\"s\":\"" + SERIAL
            + "\",\"d\":\"2026-11-22\",\"ne\":\"Farzana Islam\",\"nb\":\"ফারজানা ইসলাম\",\"a\":\"completion\",\"i\":\"bpatc\","
            + "\"c\":\"foundations\",\"te\":\"Certificate of Completion\",\"tb\":\"সমাপনী সনদ\"}";

    @Test
    void confirmsWhatWasSignedAndSaysWhatWasNotChecked() {
        try (Line line = SITE.line();
                Visitor employer = SITE.visitor(line)) {
            prepare(employer, "bn");
            SignedCode key = genuine(employer);
            line.cut();
            scan(employer, SERIAL, key.of(SAID), "bn");
            assertThat(statement(employer)).containsText("২২ নভেম্বর ২০২৬ তারিখে প্রদানের সময় সনদটি আসল ছিল");
            assertThat(statement(employer)).containsText("ফারজানা ইসলাম");
            assertThat(statement(employer)).containsText("Farzana Islam");
            assertThat(statement(employer)).containsText("সমাপনী সনদ");
            assertThat(statement(employer)).containsText("পরে বাতিল হয়েছে কি না, তা যাচাই করা হয়নি");
            assertThat(employer.page().locator("form")).hasCount(0);
            employer.expectGoodPage("bn");
            employer.expectAccessiblePage();
            scan(employer, SERIAL, key.of(SAID.replace("}", ",\"x\":1}")), "en");
            assertThat(statement(employer)).containsText("Genuine when issued on 22 November 2026");
            assertThat(statement(employer)).containsText("Specimen");
            assertThat(statement(employer))
                    .containsText("Whether it was revoked later was not checked. The list held here is of");
            employer.expectGoodPage("en");
        }
    }

    @Test
    void refusesWhatWasChanged() {
        try (Line line = SITE.line();
                Visitor employer = SITE.visitor(line)) {
            prepare(employer, "en");
            String kid = kid(employer);
            SignedCode key = genuine(employer);
            line.cut();
            scan(employer, SERIAL, SignedCode.asAForger(kid).of(SAID), "en");
            assertThat(statement(employer)).containsText("Not genuine");
            scan(employer, "0000-0000-00000", key.of(SAID), "en");
            assertThat(statement(employer)).containsText("Not genuine");
            scan(employer, SERIAL, SignedCode.asAForger("whose-is").of(SAID), "en");
            assertThat(statement(employer))
                    .containsText("Cannot say: the paper is signed with a key that is not known");
            scan(employer, SERIAL, key.of(SAID).substring(0, 200), "en");
            assertThat(statement(employer)).containsText("Cannot say: the code could not be read");
            assertThat(statement(employer)).not().containsText("Farzana");
        }
    }

    @Test
    void checksOnAnOldPhoneToo() {
        try (Line line = SITE.line();
                Visitor employer = SITE.visitor(line)) {
            employer.page()
                    .addInitScript("delete globalThis.DecompressionStream;"
                            + "const plain = crypto.subtle.importKey.bind(crypto.subtle);"
                            + "crypto.subtle.importKey = (format, key, how, ...rest) => how.name === 'Ed25519'"
                            + " ? Promise.reject(new Error('unknown')) : plain(format, key, how, ...rest);");
            prepare(employer, "en");
            String kid = kid(employer);
            SignedCode key = genuine(employer);
            line.cut();
            scan(employer, SERIAL, key.of(SAID), "en");
            assertThat(statement(employer)).containsText("Genuine when issued on 22 November 2026");
            scan(employer, SERIAL, SignedCode.asAForger(kid).of(SAID), "en");
            assertThat(statement(employer)).containsText("Not genuine");
        }
    }

    @Test
    void refusesWhatIsDatedAfterItsKeyWasReplaced() {
        try (Line line = SITE.line();
                Visitor employer = SITE.visitor(line)) {
            prepare(employer, "en");
            SignedCode key = genuine(employer);
            employer.page()
                    .evaluate(
                            """
                            async exp => {
                              const cache = await caches.open('sopan-verify-1');
                              const path = '/.well-known/sopan/keys.json';
                              const set = await (await cache.match(path)).json();
                              set.keys[0].exp = exp;
                              await cache.put(path, new Response(JSON.stringify(set)));
                            }""",
                            Math.toIntExact(
                                    Instant.parse("2026-11-21T18:30:00Z").getEpochSecond()));
            line.cut();
            scan(employer, SERIAL, key.of(SAID), "en");
            assertThat(statement(employer)).containsText("Genuine when issued on 22 November 2026");
            scan(employer, SERIAL, key.of(SAID.replace("11-22", "11-23")), "en");
            assertThat(statement(employer)).containsText("Not genuine");
        }
    }

    @Test
    void tellsWhatTheHeldListSays() {
        try (Line line = SITE.line();
                Visitor employer = SITE.visitor(line)) {
            prepare(employer, "en");
            employer.page()
                    .evaluate(
                            """
                            async serial => {
                              const { hashOf } = await import('/checker/statement.js');
                              const list = { asOf: '2026-11-25T20:00:00Z',
                                certificates: [{ hash: await hashOf(serial), status: 'revoked', on: '2026-11-24' }] };
                              const cache = await caches.open('sopan-verify-1');
                              await cache.put('/.well-known/sopan/revoked.json', new Response(JSON.stringify(list)));
                            }""",
                            SERIAL);
            SignedCode key = genuine(employer);
            line.cut();
            scan(employer, SERIAL, key.of(SAID), "en");
            assertThat(statement(employer)).containsText("Genuine when issued, and revoked on 24 November 2026");
            assertThat(statement(employer)).containsText("So says the list held here, of 26 November 2026");
        }
    }

    @Test
    void bringsTheHeldListUpToDateOnceADay() {
        try (Visitor employer = SITE.visitor()) {
            prepare(employer, "en");
            employer.page()
                    .evaluate(
                            """
                            async () => {
                              const cache = await caches.open('sopan-verify-1');
                              const list = { asOf: '2026-01-01T00:00:00Z', certificates: [] };
                              await cache.put('/.well-known/sopan/revoked.json', new Response(JSON.stringify(list)));
                            }""");
            employer.browse("/verify/?lang=en");
            employer.page()
                    .waitForFunction(
                            """
                            async () => (await (await caches.match('/.well-known/sopan/revoked.json')).json()).asOf
                              > '2026-01-02'""");
        }
    }

    @Test
    void doesNotVouchForWhatTheRegisterDoesNotKnow() {
        try (Visitor employer = SITE.visitor()) {
            prepare(employer, "en");
            employer.browse(
                    "/verify/" + SERIAL + "?lang=en#" + genuine(employer).of(SAID));
            assertThat(statement(employer)).containsText("The register does not show what this paper says");
        }
    }

    /** The page is opened once, with a connection. */
    private static void prepare(Visitor employer, String language) {
        employer.browse("/verify/?lang=" + language);
        employer.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
    }

    private static void scan(Visitor employer, String serial, String digits, String language) {
        employer.page().navigate("about:blank");
        employer.browse("/verify/" + serial + "?lang=" + language + "#" + digits);
    }

    private static SignedCode genuine(Visitor employer) {
        return SignedCode.as(employer.data(), kid(employer));
    }

    private static String kid(Visitor employer) {
        return String.valueOf(employer.page()
                .evaluate("fetch('/.well-known/sopan/keys.json').then(r => r.json()).then(s => s.keys[0].kid)"));
    }

    private static Locator statement(Visitor employer) {
        return employer.page().locator("#statement");
    }
}
