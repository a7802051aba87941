package okno.planted.bad.persistence;

import okno.planted.bad.web.OpenController;
import org.jspecify.annotations.Nullable;

public class Rows {

    public @Nullable OpenController controller;
}
