package org.sopan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person at a browser of her own. What a page complains of, and requests to other hosts, are kept. */
final class Visitor implements AutoCloseable {
    private static final String FOREIGN_TEXT =
            """
            other => {
              const foreign = text => other === 'bn' ? /[\\u0980-\\u09ff]/.test(text)
                : /[A-Za-z]{2}/.test(text.replace(/\\S+@\\S+/g, '')) && !/[\\u0980-\\u09ff]/.test(text);
              const exempt = `[lang=${other}], article.text, .prompt, .choice, .pair, .review, script, style, template, noscript`;
              const found = [document.title];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                if (!walker.currentNode.parentElement.closest(exempt)) found.push(walker.currentNode.data.trim());
              }
              document.querySelectorAll('[aria-label]').forEach(each => {
                if (!each.closest(exempt)) found.push(each.getAttribute('aria-label'));
              });
              return found.filter(foreign);
            }""";
    /** The worker has the shell, and the words that the page had loaded before it. */
    private static final String SHELL_IS_KEPT =
            """
            async () => {
              if (!navigator.serviceWorker.controller) return false;
              const [name] = (await caches.keys()).filter(each => each.startsWith('sopan-client-'));
              const kept = await (await caches.open(name)).keys();
              return kept.some(({ url }) => url.endsWith('/words/bn.json'));
            }""";

    private static final Path PICTURES = Path.of("target/screens");
    /** Milliseconds; a busy machine may take long, and a page that works is never waited for. */
    private static final int PATIENCE = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final BrowserContext context;
    private final DemoServer server;
    private final String address;
    private final List<String> complaints = new ArrayList<>();
    private final Page page;
    private int visits;

    Visitor(BrowserContext context, DemoServer server) {
        this(context, server, server.address());
    }

    /** One who reaches the server by another address. */
    Visitor(BrowserContext context, DemoServer server, String address) {
        this.context = context;
        this.server = server;
        this.address = address;
        this.page = watched(context.newPage());
    }

    Page page() {
        return page;
    }

    /** Another tab of the same browser. */
    Page tab() {
        return watched(context.newPage());
    }

    void offline(boolean offline) {
        context.setOffline(offline);
    }

    /** The folder of the server's data. */
    Path data() {
        return server.data();
    }

    /** The same person with her session on a device that has nothing else yet. */
    Visitor onAnotherDevice() {
        BrowserContext other = context.browser().newContext(new Browser.NewContextOptions().setViewportSize(360, 760));
        other.addCookies(context.cookies().stream()
                .map(cookie -> new Cookie(cookie.name, cookie.value).setUrl(address))
                .toList());
        return new Visitor(other, server, address);
    }

    /** The session ends, as it does after some days. */
    void losesHerSession() {
        context.clearCookies();
    }

    /** Waits until the client starts without a line. */
    void awaitShell() {
        awaitShell(page);
    }

    static void awaitShell(Page page) {
        await(page, SHELL_IS_KEPT, null);
    }

    /** Waits until what a script promises is true. */
    void await(String script, @Nullable Object argument) {
        await(page, script, argument);
    }

    static void await(Page page, String script, @Nullable Object argument) {
        long end = System.nanoTime() + PATIENCE * 1_000_000L;
        while (!Boolean.TRUE.equals(page.evaluate(script, argument))) {
            assertThat(System.nanoTime()).as(script).isLessThan(end);
            page.waitForTimeout(100);
        }
    }

    /** What the demo's people share. */
    String password() throws IOException {
        return server.password();
    }

    void signIn(String email) throws IOException {
        open("sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(password());
        page.locator("form.card button").click();
        page.locator("header nav").waitFor();
        settle(page);
    }

    /** Opens a page of the client by what stands after {@code #/}, in a fresh document. */
    void open(String path) {
        visits++;
        page.navigate(address + "/?" + visits + "#/" + path);
        settle(page);
    }

    /** Opens an address of the server as it is. */
    void browse(String path) {
        page.navigate(address + path);
    }

    void switchLanguage(String to) {
        page.locator(".tongue").click();
        page.locator("html[lang=" + to + "]").waitFor();
        settle(page);
    }

    void press(String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    Locator main() {
        return page.locator("main");
    }

    /** The page shown fits the phone and speaks this language only, names and content apart. */
    void expectGoodPage(String language) {
        String where = page.url();
        expectNothingSticksOut("");
        assertThat((List<?>) page.evaluate(FOREIGN_TEXT, language.equals("bn") ? "en" : "bn"))
                .as("text of the other language on " + where)
                .isEmpty();
    }

    /** The page shown loses nothing on the narrowest phone, nor with letters twice as large. */
    void expectRoomForEverybody() {
        page.setViewportSize(320, 640);
        expectNothingSticksOut("at 320 px");
        page.setViewportSize(640, 760);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        expectNothingSticksOut("at twice the size");
        page.evaluate("document.documentElement.style.fontSize = ''");
        page.setViewportSize(360, 760);
    }

    private void expectNothingSticksOut(String how) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that stick out of %s %s", page.url(), how)
                .isEqualTo(0);
    }

    /** Pictures of the page shown for people to look at, on a phone and on a desk. */
    void picture(String name, String language) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 760);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(name + "-" + width + "-" + language + ".png")));
        }
    }

    /** Nobody is shut out of the page shown by what axe can tell: contrast, names, roles, order. */
    void expectAccessiblePage() {
        page.evaluate(Axe.SCRIPT);
        assertThat((List<?>) page.evaluate(Axe.RUN))
                .as("what axe finds on " + page.url())
                .isEmpty();
    }

    void expectNoComplaint() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    static void settle(Page page) {
        page.locator("#main h1").waitFor();
        page.locator("body:not(.loading)").waitFor();
    }

    private Page watched(Page page) {
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("blob:")) {
                complaints.add(page.url() + " asks " + request.url());
            }
        });
        return page;
    }

    private void heard(ConsoleMessage message) {
        if ((message.type().equals("error") || message.type().equals("warning")) && !isUsual(message)) {
            complaints.add(message.location() + " " + message.text());
        }
    }

    /**
     * The browser itself writes a line for each refusal; two are how one learns to sign in and to wait. What has no
     * address was said by a script that a test brought along.
     */
    private static boolean isUsual(ConsoleMessage message) {
        if (!message.location().startsWith("http")) {
            return true;
        }
        if (message.text().contains("ERR_INTERNET_DISCONNECTED")) {
            return true;
        }
        String where = message.location().substring(message.location().indexOf('/', "http://".length()));
        return (message.text().contains("401") && where.startsWith("/api/me:"))
                || (message.text().contains("503") && where.matches("/api/certificates/[^/]+/pdf:.*"));
    }
}
