package org.sopan.course;

import java.util.List;
import org.sopan.shared.LocalizedText;

/**
 * What can be earned, over what, and how it is issued. An award over a course may take that course's own conditions
 * ({@code asCourse}); its list is then empty.
 *
 * @param signOff whether an approval must be signed by a second administrator
 */
public record AwardRule(
        String kind,
        LocalizedText title,
        Scope scope,
        Modules modules,
        boolean asCourse,
        List<Condition> conditions,
        Issue issue,
        boolean signOff) {

    public enum Scope {
        COURSE,
        PROGRAMME
    }

    /** Which modules count: those of the institute's track, or all. */
    public enum Modules {
        TRACK,
        ALL
    }

    public enum Issue {
        AUTOMATIC,
        AFTER_APPROVAL
    }

    public AwardRule {
        conditions = List.copyOf(conditions);
    }

    static AwardRule of(YamlNode node) {
        YamlNode conditions = node.at("conditions");
        return new AwardRule(
                node.at("kind").text(),
                node.at("title").localized(),
                node.at("scope").text().equals("course") ? Scope.COURSE : Scope.PROGRAMME,
                node.at("modules").text().equals("all") ? Modules.ALL : Modules.TRACK,
                !conditions.isList(),
                Condition.of(conditions),
                node.at("issue").text().equals("automatic") ? Issue.AUTOMATIC : Issue.AFTER_APPROVAL,
                node.at("signOff").value().asBoolean());
    }
}
