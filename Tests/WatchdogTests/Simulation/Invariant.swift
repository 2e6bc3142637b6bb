/// Something that must hold in every world, whatever goes wrong.
protocol Invariant: AnyObject {
    static var name: String { get }
    var watches: Sight.Kinds { get }

    /// What was broken; nil when it holds.
    func see(_ sight: Sight, _ world: World) -> String?
}
