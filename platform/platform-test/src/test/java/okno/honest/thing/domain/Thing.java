package okno.honest.thing.domain;

import java.util.UUID;
import okno.platform.core.Money;

public record Thing(UUID id, Money price) {}
