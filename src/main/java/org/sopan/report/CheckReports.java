package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.organization.Organization;
import org.sopan.organization.Organizations;
import org.sopan.shared.EnrolmentId;

/** Reckons from the sources what is stored for reports, compares, and repairs what differs: a portion at a time. */
@ApplicationScoped
public class CheckReports {
    private static final Logger LOG = Logger.getLogger(CheckReports.class.getName());
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";
    private final RebuildProgress progress;
    private final CountTally tally;
    private final Organizations organizations;

    @Inject
    public CheckReports(RebuildProgress progress, CountTally tally, Organizations organizations) {
        this.progress = progress;
        this.tally = tally;
        this.organizations = organizations;
    }

    /**
     * What a check found.
     *
     * @param checked rows that were compared
     * @param wrong rows that were not what their sources say
     * @param repaired rows that are right now
     */
    public record Found(int checked, int wrong, int repaired) {
        Found plus(int moreChecked, int moreWrong) {
            return new Found(checked + moreChecked, wrong + moreWrong, repaired + moreWrong);
        }
    }

    public Found check() {
        Found found = counts(progressRows());
        Level level = found.wrong() == 0 ? Level.INFO : Level.WARNING;
        LOG.log(level, () -> "reports: " + found.checked() + " rows checked, " + found.wrong() + " wrong and repaired");
        return found;
    }

    private Found progressRows() {
        Found found = new Found(0, 0, 0);
        String after = BEFORE_ALL;
        while (after != null) {
            RebuildProgress.Compared compared = progress.compare(after);
            int wrong = 0;
            for (EnrolmentId id : compared.differing()) {
                if (progress.repair(id)) {
                    wrong++;
                    LOG.log(Level.WARNING, "the stored progress of enrolment {0} was wrong", id);
                }
            }
            found = found.plus(compared.checked(), wrong);
            after = compared.last();
        }
        return found;
    }

    private Found counts(Found before) {
        Found found = before;
        for (Organization institute : organizations.list("institute")) {
            CountTally.Recounted recounted = tally.recount(institute.id());
            if (recounted.wrong() > 0) {
                LOG.log(Level.WARNING, "the counts of {0} were wrong", institute.id());
            }
            found = found.plus(recounted.checked(), recounted.wrong());
        }
        return found;
    }
}
