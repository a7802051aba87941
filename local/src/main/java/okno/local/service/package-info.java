/// Okno's own services: which there are, what each is told by its environment, how its jar becomes a process that
// starts
/// quickly.
@NullMarked
package okno.local.service;

import org.jspecify.annotations.NullMarked;
