package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;

/** The stored paper, for its holder and those who look after the institute. */
@ApplicationScoped
public class ReadPaper {
    private static final long SECONDS = 3;
    private final Certificates certificates;
    private final Papers papers;
    private final Caller caller;

    @Inject
    public ReadPaper(Certificates certificates, Papers papers, Caller caller) {
        this.certificates = certificates;
        this.papers = papers;
        this.caller = caller;
    }

    /** The bytes as they were stored; 503 in the seconds before they exist, not found once they were erased. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public byte[] read(String serial) {
        Certificate certificate = certificates.printed(serial);
        caller.mustSee(certificate.person(), certificate.institute(), Certificates.UNKNOWN);
        return papers.find(certificate.serial())
                .orElseThrow(() -> certificate.hasPaper()
                        ? new DomainException.NotFound(Certificates.UNKNOWN)
                        : new DomainException.Unavailable("certificate-being-made", SECONDS));
    }
}
