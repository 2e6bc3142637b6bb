/// Ways in which a service goes wrong at run time, on request: what the lab watches and heals.
actor Simulation {
    /// Leaks stop here, should no limit end the process first.
    static let leakLimitBytes = 1 << 30
    static let leakStepBytes = 16 << 20

    private let flap: Int
    private var answers = 0
    private var isHanging = false
    private var leak: [[UInt8]] = []

    /// - Parameter flap: health fails in every second group of this many answers; 0 never.
    init(flap: Int) {
        self.flap = flap
    }

    /// From now on nothing is answered.
    func hang() {
        isHanging = true
    }

    /// Never returns while the service hangs, unless the caller is cancelled.
    func pass() async throws {
        while isHanging { try await Task.sleep(for: .seconds(1)) }
    }

    /// Takes memory and writes to it, until the limit of the container or the leak's own is reached.
    func leakMemory() async {
        while (leak.count + 1) * Self.leakStepBytes <= Self.leakLimitBytes {
            leak.append([UInt8](repeating: 1, count: Self.leakStepBytes))
            await Task.yield()
        }
    }

    /// Whether this answer to a health check is one of the good ones.
    func isSteady() -> Bool {
        guard flap > 0 else { return true }
        defer { answers += 1 }
        return (answers / flap).isMultiple(of: 2)
    }
}
