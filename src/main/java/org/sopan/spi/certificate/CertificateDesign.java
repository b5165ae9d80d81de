package org.sopan.spi.certificate;

/**
 * The look of a certificate. A course names its design by id ({@code certificate: {design: official}}); when an award is
 * issued, the design draws it once, and the bytes are kept for ever. A later change of the design never touches paper
 * that has been issued.
 *
 * <p>Designs are found by {@link java.util.ServiceLoader}: a public class with a public constructor without arguments,
 * named in {@code META-INF/services/org.sopan.spi.certificate.CertificateDesign}. One instance serves all threads.
 */
public interface CertificateDesign {

    /** A short name in lower case, unique among the installed designs and stable for ever. */
    String id();

    /**
     * Draws one certificate. The same data must give the same drawing: no clock, no chance, nothing read from outside.
     * What is drawn first lies beneath, and is read first by a screen reader.
     *
     * @throws org.sopan.shared.DomainException.Invalid from the sheet, when a text cannot be printed as it is
     */
    void draw(AsPrinted data, Sheet sheet);
}
