/**
 * Rights of persons by 152-FZ: what {@code platform-rights} asks a service for an erasure. Of persons there is only who
 * watches an endpoint: account ids are left out of the bodies that are frozen, endpoints belong to clients and companies,
 * and subjects are ids of applications.
 */
@NullMarked
package okno.webhook.rights;

import org.jspecify.annotations.NullMarked;
