package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.sopan.document.PdfDocument;
import org.sopan.document.Picture;
import org.sopan.platform.Clocks;
import org.sopan.platform.PlugIns;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.CertificateDesign;
import org.sopan.spi.certificate.Draft;

/** Draws a certificate that nobody gets, to know before it matters whether it can be drawn. */
@ApplicationScoped
public class TrialPrint {
    private static final LocalizedText TEXT = LocalizedText.of("Trial", "পরীক্ষা");
    private static final int MOST_SIGNATORIES = 3;
    private final Signing signing;
    private final Pictures pictures;
    private final Clock clock;
    private final Map<String, CertificateDesign> designs;

    @Inject
    public TrialPrint(Signing signing, Pictures pictures, Clock clock, PlugIns plugIns) {
        this.signing = signing;
        this.pictures = pictures;
        this.clock = clock;
        this.designs = plugIns.of(CertificateDesign.class, CertificateDesign::id);
    }

    /**
     * Three like this one, where there is least room, in every design and with either language first.
     *
     * @throws Invalid {@code text-does-not-fit} or {@code unprintable-character}
     */
    void of(Signatory.Terms terms) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        AsPrinted.Signatory signatory = signing.printed(terms, today);
        for (Language language : Language.values()) {
            AsPrinted trial = new Draft("0000-0000-00000", "https://example.org/verify/0000-0000-00000")
                    .name(TEXT)
                    .institute(TEXT)
                    .award(TEXT)
                    .issuedOn(today)
                    .language(language)
                    .signatories(Collections.nCopies(MOST_SIGNATORIES, signatory))
                    .frozen();
            designs.values().forEach(design -> PdfDocument.render(design, trial, this::picture));
        }
    }

    private Picture picture(String key) {
        return pictures.find(key).orElseThrow();
    }
}
