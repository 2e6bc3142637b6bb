/// Something that may be loaded, at most once.
struct Crate {
    let kilograms: Int
    let value: Int
}

/// Chooses what to load (0/1 knapsack).
struct LoadPlanner {
    let capacityKilograms: Int

    /// The highest total value of crates that fit together.
    func bestValue(of crates: [Crate]) -> Int {
        guard capacityKilograms > 0 else { return 0 }
        // best[c] is the highest value with capacity c, over the crates seen so far.
        var best = Array(repeating: 0, count: capacityKilograms + 1)
        for crate in crates where crate.kilograms <= capacityKilograms {
            for capacity in stride(from: capacityKilograms, to: crate.kilograms, by: -1) {
                let withCrate = best[capacity - crate.kilograms] + crate.value
                best[capacity] = max(best[capacity], withCrate)
            }
        }
        return best[capacityKilograms]
    }
}
