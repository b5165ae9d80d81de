package org.sopan.credential.rest;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.Certificates;
import org.sopan.credential.VerifyThrottle;
import org.sopan.platform.Clients;
import org.sopan.platform.Dates;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * {@code /verify/{serial}}: what a QR code opens. Plain HTML in both languages; a script that is not needed checks the
 * signed statement after the address, and keeps what it takes to do so without a connection.
 */
@WebServlet("/verify/*")
public class VerifyPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;
    private final transient Certificates certificates;
    private final transient VerifyThrottle throttle;
    private final transient Clients clients;
    private final transient Template template;

    @Inject
    public VerifyPage(Certificates certificates, VerifyThrottle throttle, Clients clients) {
        this.certificates = certificates;
        this.throttle = throttle;
        this.clients = clients;
        try (InputStream in = VerifyPage.class.getResourceAsStream("verify.html")) {
            if (in == null) {
                throw new IllegalStateException("verify.html is missing");
            }
            template = Mustache.compiler().defaultValue("").compile(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = language(request);
        String typed =
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        String asked =
                typed.isEmpty() && request.getParameter("serial") != null ? request.getParameter("serial") : typed;
        Map<String, Object> page = VerifyWords.of(language);
        page.put("typed", asked);
        String address = clients.address(request);
        try {
            if (!asked.isBlank()) {
                throttle.admit(address);
                page.putAll(certificate(CertificateView.of(certificates.printed(asked)), language));
            }
        } catch (DomainException.NotFound unknown) {
            throttle.missed(address);
            page.put("unknown", true);
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } catch (DomainException.TooMany throttled) {
            page.put("throttled", true);
            response.setStatus(TOO_MANY);
            response.setHeader("Retry-After", String.valueOf(throttled.details().get("retryAfter")));
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.getWriter().write(template.execute(page));
    }

    private static Map<String, Object> certificate(CertificateView certificate, Language language) {
        Map<String, Object> page = new HashMap<>();
        page.put("found", true);
        page.put(certificate.status(), true);
        page.put("status", VerifyWords.word(language, "status-" + certificate.status()));
        page.put("serial", certificate.serial());
        page.put("nameBn", certificate.nameAsPrinted().bn());
        page.put("nameEn", certificate.nameAsPrinted().en());
        page.put("award", certificate.award().in(language));
        page.put("course", in(certificate.course(), language));
        page.put("institute", certificate.institute().in(language));
        page.put("issuedOn", Dates.day(certificate.issuedOn(), language));
        page.put("specimen", certificate.specimen());
        page.put("reason", in(certificate.reason(), language));
        page.put("changedOn", certificate.changedOn() == null ? null : Dates.day(certificate.changedOn(), language));
        page.put("supersededBy", certificate.supersededBy());
        page.put("replaces", certificate.replaces());
        page.put("programme", certificate.course() == null ? in(certificate.programme(), language) : null);
        return page;
    }

    private static @Nullable String in(@Nullable LocalizedText text, Language language) {
        return text == null ? null : text.in(language);
    }

    private static Language language(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        if (asked != null && Language.ofTag(asked).isPresent()) {
            return Language.ofTag(asked).get();
        }
        Locale accepted = request.getHeader("Accept-Language") == null ? null : request.getLocale();
        return accepted == null
                ? Language.BN
                : Language.ofTag(accepted.getLanguage()).orElse(Language.BN);
    }
}
