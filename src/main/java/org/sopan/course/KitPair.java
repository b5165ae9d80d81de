package org.sopan.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sopan.document.Manuscript;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** A part of a module's kit as its two files tell it. */
record KitPair(String id, FrontMatter en, FrontMatter bn) {
    private static final Pattern FILE = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)\\.(en|bn)\\.md");
    /** As a trainer takes them up: first what she will do, then what she shows, then what she leaves behind. */
    private static final List<String> ORDER = List.of("session-plan", Kit.SLIDES, Kit.HANDOUT);

    static List<KitPair> in(String module, Desk desk) {
        String folder = module + "kit/";
        Map<String, Map<String, String>> paths = new TreeMap<>();
        for (String path : desk.files().paths()) {
            if (!path.startsWith(folder) || !path.endsWith(".md")) {
                continue;
            }
            Matcher name = FILE.matcher(path.substring(folder.length()));
            if (name.matches()) {
                paths.computeIfAbsent(name.group(1), id -> new TreeMap<>()).put(name.group(2), path);
            } else {
                desk.faults().error(path, 1, "file-name", "a part of a kit is called its-id.en.md and its-id.bn.md");
            }
        }
        List<KitPair> kit = new ArrayList<>();
        paths.forEach((id, languages) -> {
            String en = languages.get("en");
            String bn = languages.get("bn");
            if (en != null && bn != null) {
                kit.add(new KitPair(id, read(en, Language.EN, desk), read(bn, Language.BN, desk)));
            } else {
                Language missing = en == null ? Language.EN : Language.BN;
                desk.faults()
                        .error(
                                languages.values().iterator().next(),
                                1,
                                "missing-language",
                                "there is no " + folder + id + "." + missing.code() + ".md");
            }
        });
        kit.sort(Comparator.comparingInt(part -> ORDER.contains(part.id()) ? ORDER.indexOf(part.id()) : ORDER.size()));
        return kit;
    }

    private static FrontMatter read(String path, Language language, Desk desk) {
        return FrontMatter.read(path, language, Schemas.KIT, desk);
    }

    void check(Desk desk) {
        new LanguageComparison(en.body(), bn.body(), desk.faults()).check();
        for (FrontMatter file : List.of(en, bn)) {
            new KitRules(id, file.body(), desk).check(manuscript(file, desk));
        }
    }

    /** The kit for trainers; only for files without an error. */
    Kit kit(Desk desk) {
        return new Kit(
                id,
                LocalizedText.of(title(en), title(bn)),
                Map.of(Language.EN, manuscript(en, desk), Language.BN, manuscript(bn, desk)));
    }

    private static Manuscript manuscript(FrontMatter file, Desk desk) {
        return new Manuscript(title(file), file.body().language(), KitText.of(file.body(), desk.shared()));
    }

    private static String title(FrontMatter file) {
        return file.front().at("title").text();
    }
}
