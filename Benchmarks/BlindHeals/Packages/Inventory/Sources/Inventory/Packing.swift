/// Why goods could not be packed.
public enum PackingError: Error, Equatable {
    case noCapacity
    case doesNotFit(Int)
}

/// How fragile goods are.
public enum Handling: String, CaseIterable, Sendable {
    case normal
    case fragile
    case cooled
    case hazardous

    /// The boxes that may stand on one another.
    public var stackLimit: Int {
        switch self {
        case .normal: return 6
        case .fragile: return 1
        case .cooled: return 3
        case .hazardous: return 2
        }
    }

    /// The colour of the sticker, or nil without one.
    public var sticker: String? {
        switch self {
        case .normal: return nil
        case .fragile: return "red"
        case .cooled: return "blue"
        case .hazardous: return "orange"
        }
    }
}

/// Ways to put pieces into boxes.
public enum Packing {
    /// The boxes that so many pieces need.
    public static func boxes(for pieces: Int, perBox: Int) throws -> Int {
        guard perBox > 0 else { throw PackingError.noCapacity }
        return pieces / perBox + (pieces % perBox > 0 ? 1 : 0)
    }

    /// Fills one box after the other, and returns what each holds.
    public static func fill(_ pieces: Int, perBox: Int) -> [Int] {
        guard perBox > 0 else { return [] }
        var boxes: [Int] = []
        var left = pieces
        while left > 0 {
            boxes.append(min(left, perBox))
            left -= perBox
        }
        return boxes
    }

    /// Breaks an amount into cartons, the largest first; what fits no carton stays loose.
    public static func cartons(for amount: Int, sizes: [Int]) -> (cartons: [Int], loose: Int) {
        var cartons: [Int] = []
        var left = amount
        while left > 0 {
            guard let size = sizes.filter({ (1...left).contains($0) }).max() else { break }
            cartons.append(size)
            left -= size
        }
        return (cartons, left)
    }

    /// Puts each weight into the first box that still has room for it.
    public static func firstFit(_ weights: [Int], limit: Int) throws -> [[Int]] {
        var boxes: [[Int]] = []
        for weight in weights {
            guard weight <= limit else { throw PackingError.doesNotFit(weight) }
            if let box = boxes.firstIndex(where: { $0.reduce(0, +) + weight <= limit }) {
                boxes[box].append(weight)
            } else {
                boxes.append([weight])
            }
        }
        return boxes
    }

    /// The weight byte of a shipping label, in whole kilograms; 255 stands for everything heavier.
    public static func weightByte(grams: Int) -> UInt8 {
        UInt8(clamping: grams / 1000)
    }
}
