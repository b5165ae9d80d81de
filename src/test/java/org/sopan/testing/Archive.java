package org.sopan.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** An archive that takes nothing but PDF/A-2a and PDF/UA-1, by the judgement of veraPDF. */
public final class Archive {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Archive() {}

    /** What it finds wrong with a file: rules and places, none where it takes the file. */
    public static List<String> complaints(byte[] pdf) {
        List<String> complaints = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var judgement = validator.validate(parser);
                if (!judgement.isCompliant() || judgement.getTotalAssertions() == 0) {
                    complaints.add(flavour + " in " + judgement.getTotalAssertions() + " checks");
                }
                for (TestAssertion failed : judgement.getTestAssertions()) {
                    complaints.add(flavour + " " + failed.getRuleId().getClause() + ": " + failed.getMessage() + " at "
                            + failed.getLocation().getContext());
                }
            } catch (EncryptedPdfException | ModelParsingException | ValidationException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return complaints;
    }
}
