package org.sopan.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Person;
import org.sopan.identity.PrintedNames;

/** Shows what is known of people. */
@ApplicationScoped
public class ProfileViews {
    private final PersonViews views;
    private final PrintedNames printed;

    @Inject
    public ProfileViews(PersonViews views, PrintedNames printed) {
        this.views = views;
        this.printed = printed;
    }

    ProfileView whole(Person person) {
        return view(person, !printed.of(person.id()).isEmpty(), views.roles(person));
    }

    ProfileView inList(Person person) {
        return view(person, null, null);
    }

    private ProfileView view(Person person, @Nullable Boolean nameFixed, @Nullable List<PersonView.RoleView> roles) {
        Person.Profile profile = person.profile();
        Person.Sex sex = profile.sex();
        return new ProfileView(
                person.id().toString(),
                person.email(),
                profile.name(),
                profile.designation(),
                views.organization(person.organization()),
                profile.unit(),
                profile.phone(),
                profile.serviceId(),
                person.language().code(),
                sex == null ? null : sex.word(),
                person.state().word(),
                nameFixed,
                roles);
    }
}
