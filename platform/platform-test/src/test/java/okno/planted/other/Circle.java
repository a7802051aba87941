package okno.planted.other;

import okno.planted.bad.BadHabits;
import okno.planted.bad.persistence.Rows;

public class Circle {

    Rows rows(BadHabits habits) {
        return new Rows();
    }
}
