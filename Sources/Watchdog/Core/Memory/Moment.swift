/// A moment on both clocks: the boot clock decides, the wall clock is for people.
package struct Moment: Sendable, Equatable, Codable {
    package var boot: BootInstant
    /// Milliseconds since 1970, as the wall clock had it; may jump.
    package var wall: Int64

    package init(boot: BootInstant, wall: Int64) {
        self.boot = boot
        self.wall = wall
    }
}
