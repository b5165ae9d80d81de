package org.sopan.spi.certificate;

import java.util.ArrayList;
import java.util.List;
import org.sopan.shared.Language;

/** A sheet that remembers what was drawn, for designs that are tested without any PDF. */
public final class RecordedSheet implements Sheet {

    public record Text(TextBox box, Language language, String words) {}

    public record Qr(Area area, String content, String alternative) {}

    /** A picture of the operator's, by its key. */
    public record Placed(Area area, String key, String alternative) {}

    private final List<Text> texts = new ArrayList<>();
    private final List<Qr> qrs = new ArrayList<>();
    private final List<Placed> pictures = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private final List<String> watermarks = new ArrayList<>();

    public List<Text> texts() {
        return texts;
    }

    public List<String> words() {
        return texts.stream().map(Text::words).toList();
    }

    public List<Qr> qrs() {
        return qrs;
    }

    public List<Placed> pictures() {
        return pictures;
    }

    /** Everything drawn that is not text. */
    public List<Area> areas() {
        return areas;
    }

    public List<String> watermarks() {
        return watermarks;
    }

    @Override
    public double text(TextBox box, Language language, String words) {
        texts.add(new Text(box, language, words));
        return box.baseline();
    }

    @Override
    public double depth(TextBox box, String words) {
        return 0;
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, double thickness, Ink ink) {
        areas.add(new Area(Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(toX - fromX), Math.abs(toY - fromY)));
    }

    @Override
    public void frame(Area area, double thickness, Ink ink) {
        areas.add(area);
    }

    @Override
    public void fill(Area area, Ink ink) {
        areas.add(area);
    }

    @Override
    public void image(Area area, byte[] png, Language language, String alternative) {
        areas.add(area);
    }

    @Override
    public void picture(Area area, String key, Language language, String alternative) {
        areas.add(area);
        pictures.add(new Placed(area, key, alternative));
    }

    @Override
    public void qr(double x, double y, String content, Language language, String alternative) {
        Area area = new Area(x, y, QR, QR);
        areas.add(area);
        qrs.add(new Qr(area, content, alternative));
    }

    @Override
    public void watermark(Language language, String words, Ink ink) {
        watermarks.add(words);
    }
}
