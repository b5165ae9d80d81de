package org.sopan.course;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Where an item's right answers stand as it is written: a for the first choice. They are to be spread. */
final class RightPlaces {
    private RightPlaces() {}

    static List<String> of(Item item) {
        JsonObject definition = item.definition();
        if (item.type().equals("true-false")) {
            return List.of(String.valueOf(definition.getBoolean("answer")));
        }
        List<String> places = new ArrayList<>();
        if (item.type().equals("single")) {
            JsonArray choices = definition.getJsonArray("choices");
            for (int i = 0; i < choices.size(); i++) {
                if (choices.getJsonObject(i).getBoolean("correct", false)) {
                    places.add(String.valueOf((char) ('a' + i)));
                }
            }
        }
        return places;
    }
}
