package org.sopan.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Public;

/** An endpoint for the test alone: it changes a person whom someone else changes before it can commit. */
@Path("lost-race")
public class LostRace {
    private final People people;
    private final Rival rival;

    @Inject
    public LostRace(People people, Rival rival) {
        this.people = people;
        this.rival = rival;
    }

    @POST
    @Public
    @Transactional
    public String change(@QueryParam("email") String email) {
        Person person = people.byEmail(email).orElseThrow();
        person.revise(new Person.Profile(null, null, null, "+8801700000001", null, null));
        rival.change(person);
        return "changed";
    }

    /** Whoever comes first. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public static class Rival {
        private final EntityManager entities;

        @Inject
        public Rival(EntityManager entities) {
            this.entities = entities;
        }

        void change(Person person) {
            entities.createQuery(
                            "update Person p set p.unit = 'Library', p.version = p.version + 1 where p.email = :email")
                    .setParameter("email", person.email())
                    .executeUpdate();
        }
    }
}
