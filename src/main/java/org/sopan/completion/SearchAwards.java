package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.course.Catalogue;
import org.sopan.platform.Job;

/**
 * Looks at everyone once for each award that is declared, and again when it asks something else: whoever had met it
 * before would do nothing further that could meet it. Where it stopped it goes on.
 */
@ApplicationScoped
public class SearchAwards implements Job {
    private static final Logger LOG = Logger.getLogger(SearchAwards.class.getName());
    private final AwardSearch search;
    private final Catalogue catalogue;

    @Inject
    public SearchAwards(AwardSearch search, Catalogue catalogue) {
        this.search = search;
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "award-search";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        List<AwardSearch.Sought> all = new ArrayList<>();
        catalogue.list().forEach(course -> catalogue
                .awards(course.id())
                .forEach(rule -> all.add(new AwardSearch.Sought(course.id(), rule))));
        catalogue.programme().ifPresent(programme -> programme
                .awards()
                .forEach(rule -> all.add(new AwardSearch.Sought(null, rule))));
        search.declare(all);
        for (AwardSearch.Sought sought : all) {
            int portions = 0;
            while (search.next(sought)) {
                portions++;
            }
            if (portions > 0) {
                LOG.log(Level.INFO, "everyone was looked at for {0}", sought.key());
            }
        }
    }
}
