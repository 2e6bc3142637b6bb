/// The names that woven code uses, and the declarations behind them at the end of each woven file.
///
/// Two C functions are to be linked: `int32_t healing_lab_pick(int32_t unit)`, the chosen mutation's number if it
/// belongs to this unit and 0 otherwise, and `void healing_lab_hit(int32_t unit)`. Both note that the unit was
/// reached; they may be called from any thread.
enum Switchboard {
    static func pick(_ unit: Int32) -> String { "__healing_lab_pick(\(unit))" }
    static func off(_ unit: Int32) -> String { "__healing_lab_off(\(unit))" }
    static func chosen(_ unit: Int32, _ number: Int32) -> String { "__healing_lab_is(\(unit), \(number))" }
    static func below(_ unit: Int32, _ number: Int32) -> String { "__healing_lab_below(\(unit), \(number))" }
    static func hit(_ unit: Int32) -> String { "__healing_lab_hit(\(unit)); " }
    static func value(_ unit: Int32) -> String { "__healing_lab_v\(unit)" }
    static func slot(_ unit: Int32) -> String { "__healing_lab_s\(unit)" }
    static func function(_ unit: Int32) -> String { "__healing_lab_f\(unit)" }
    static func built(_ unit: Int32, _ number: Int32) -> String { "__healing_lab_b\(unit)_\(number)" }

    static func initial(_ block: Int) -> String { "__healing_lab_i\(block)" }

    /// `nonisolated`, as a module may isolate everything to the main actor. The slot never calls what it is given:
    /// the closure is there for its type. It hands its value on, so that nothing is kept alive for longer.
    static let declarations = """
        @_silgen_name("healing_lab_pick")
        nonisolated fileprivate func __healing_lab_pick(_ unit: Swift.Int32) -> Swift.Int32
        @_silgen_name("healing_lab_hit")
        nonisolated fileprivate func __healing_lab_hit(_ unit: Swift.Int32)
        @_transparent
        nonisolated fileprivate func __healing_lab_off(_ unit: Swift.Int32) -> Swift.Bool {
            __healing_lab_pick(unit) == 0
        }
        @_transparent
        nonisolated fileprivate func __healing_lab_is(_ unit: Swift.Int32, _ number: Swift.Int32) -> Swift.Bool {
            __healing_lab_pick(unit) == number
        }
        @_transparent
        nonisolated fileprivate func __healing_lab_below(_ unit: Swift.Int32, _ number: Swift.Int32) -> Swift.Bool {
            __healing_lab_pick(unit) < number
        }
        nonisolated fileprivate struct __HealingLabSlot<Value> {
            private var value: Value?
            init(_ original: () async throws -> Value) { value = nil }
            mutating func set(_ value: Value) { self.value = value }
            mutating func take() -> Value {
                defer { value = nil }
                return value.unsafelyUnwrapped
            }
        }

        """
}
