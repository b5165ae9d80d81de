package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.ListContacts;
import org.sopan.identity.Person;
import org.sopan.platform.Requires;
import org.sopan.shared.LocalizedText;

/** {@code GET /api/me/contacts}: whom to ask for help at one's own institute. */
@Path("me/contacts")
@Produces(MediaType.APPLICATION_JSON)
public class MyContactsResource {
    private final ListContacts listContacts;

    @Inject
    public MyContactsResource(ListContacts listContacts) {
        this.listContacts = listContacts;
    }

    @GET
    @Requires
    public List<ContactView> list() {
        return listContacts.own().stream().map(MyContactsResource::view).toList();
    }

    private static ContactView view(Person person) {
        return new ContactView(person.name(), person.email(), person.profile().phone());
    }

    /** A coordinator of one's institute. */
    public record ContactView(@Nullable LocalizedText name, String email, @Nullable String phone) {}
}
