package okno.honest.thing.persistence;

import okno.honest.thing.domain.Thing;
import org.springframework.jdbc.core.simple.JdbcClient;

public class Things {

    private final JdbcClient jdbc;

    Things(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Thing thing) {
        jdbc.sql("insert into thing (id) values (?)").param(thing.id()).update();
    }
}
