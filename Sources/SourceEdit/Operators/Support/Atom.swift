import SwiftSyntax

/// A simple condition built from names in scope.
struct Atom: Hashable {
    /// Holds where going on is safe or usual: `!xs.isEmpty`, `x != nil`, `n > 0`, `a < b`.
    var good: String
    /// The opposite.
    var bad: String
    /// Whether what follows may fail where `good` does not hold, so that it is asked first.
    var isSafety: Bool
    /// How likely it is next to the likeliest atom.
    var factor: Double
    /// A variable of its own: neither of its values is the usual one.
    var isFlag = false
    /// Whether it tells the state of a value that has others: what is asked may as well be the opposite.
    var isState = false
    /// Whether it compares for equality: neither outcome is the safe one.
    var isEquality = false

    /// Both sides when it is a comparison.
    var operands: (left: String, right: String)? {
        let words = good.split(separator: " ")
        guard words.count == 3 else { return nil }
        return (String(words[0]), String(words[2]))
    }
}

extension MutationScope {
    /// Conditions over the values in scope, those that `near` mentions first, at most `limit`.
    func atoms(at node: some SyntaxProtocol, near: some SyntaxProtocol, limit: Int) -> [Atom] {
        let mentioned = near.names
        let own = node.names
        let visible = relevant(at: node, near: near).filter { $0.origin <= .member }
        var atoms: [Atom] = []
        func weight(_ name: String) -> Double {
            own.contains(name) ? 1 : mentioned.contains(name) ? 0.9 : 0.6
        }
        for value in visible.filter({ TypeText.isCollection($0.type) && !isView($0.type) }).prefix(4) {
            atoms.append(
                Atom(
                    good: "!\(value.name).isEmpty", bad: "\(value.name).isEmpty", isSafety: true,
                    factor: weight(value.name)))
        }
        for value in visible.filter({ TypeText.isOptional($0.type) }).prefix(3) {
            atoms.append(
                Atom(
                    good: "\(value.name) != nil", bad: "\(value.name) == nil", isSafety: true,
                    factor: weight(value.name)))
        }
        let integers = visible.filter { TypeText.isInteger($0.type) }
        for value in integers.prefix(3) {
            let factor = weight(value.name)
            atoms.append(
                Atom(
                    good: "\(value.name) > 0", bad: "\(value.name) <= 0", isSafety: true,
                    factor: factor * 0.7))
            atoms.append(
                Atom(
                    good: "\(value.name) != 0", bad: "\(value.name) == 0", isSafety: true,
                    factor: factor * 0.8))
            atoms.append(
                Atom(
                    good: "\(value.name) >= 0", bad: "\(value.name) < 0", isSafety: true,
                    factor: factor * 0.65))
        }
        for value in visible.filter({ $0.type == "Bool" }).prefix(3) {
            atoms.append(
                Atom(
                    good: value.name, bad: "!\(value.name)", isSafety: false,
                    factor: weight(value.name) * 0.9,
                    isFlag: true))
        }
        atoms += comparisons(members(of: visible), visible, weight)
        atoms += memberships(visible, weight)
        atoms += bounds(near, visible, weight)
        atoms += pairs(visible, weight)
        atoms += counts(visible, weight)
        atoms += counted(visible, weight)
        let ordered = atoms.enumerated().sorted {
            ($1.element.factor, $0.offset) < ($0.element.factor, $1.offset)
        }
        var seen: Set<String> = []
        return Array(ordered.map(\.element).filter { seen.insert($0.good).inserted }.prefix(limit))
    }

    /// Visible values, those that the code `near` names first, else nearest first.
    func relevant(at node: some SyntaxProtocol, near: some SyntaxProtocol) -> [Ingredient] {
        let mentioned = near.names
        let visible = values(at: node)
        return visible.filter { mentioned.contains($0.name) }
            + visible.filter { !mentioned.contains($0.name) }
    }

    private func isView(_ type: String?) -> Bool {
        guard let type else { return false }
        return ["Range<", "ClosedRange<", "Sequence<", "StrideTo<"].contains { type.hasPrefix($0) }
    }

    /// `seen.contains(x)` for a set or array and a value of its elements' type.
    private func memberships(_ visible: [Ingredient], _ weight: (String) -> Double) -> [Atom] {
        var atoms: [Atom] = []
        for table in visible {
            guard let (key, _) = TypeText.pair(of: table.type) else { continue }
            for value in visible.filter({ $0.type == key && $0.origin <= .parameter }).prefix(2) {
                let entry = "\(table.name)[\(value.name)]"
                let isUsed = function.body.trimmedDescription.contains(entry)
                atoms.append(
                    Atom(
                        good: entry + " != nil", bad: entry + " == nil", isSafety: false,
                        factor: isUsed ? 0.9 : weight(value.name) * weight(table.name) * 0.7, isState: true))
            }
        }
        for collection in visible {
            let isSet = TypeText.isSet(collection.type)
            // A constant array that the function makes is there to be gone through.
            guard
                isSet
                    || TypeText.isArray(collection.type)
                        && (collection.isMutable || collection.origin != .local),
                let element = TypeText.element(of: collection.type), ingredients.isEquatable(element)
            else { continue }
            for value in visible.filter({ $0.type == element }).prefix(2) {
                let call = "\(collection.name).contains(\(value.name))"
                atoms.append(
                    Atom(
                        good: "!" + call, bad: call, isSafety: false,
                        factor: weight(value.name) * weight(collection.name) * (isSet ? 1 : 0.4)))
            }
        }
        return Array(atoms.sorted { $0.factor > $1.factor }.prefix(4))
    }

    /// `i < xs.count` for the plain indices of the code near by.
    private func bounds(
        _ near: some SyntaxProtocol, _ visible: [Ingredient], _ weight: (String) -> Double
    ) -> [Atom] {
        var atoms: [Atom] = []
        let types = Dictionary(visible.map { ($0.name, $0.type) }) { first, _ in first }
        for access in near.descendants(SubscriptCallExprSyntax.self) {
            guard let index = access.arguments.first?.expression, access.arguments.count == 1 else {
                continue
            }
            let base = access.calledExpression
            let baseType = reader.type(of: base)
            guard TypeText.isArray(baseType), TypeText.isInteger(reader.type(of: index)),
                index.integer == nil, index.precedence >= Precedence.addition,
                index.names.union(base.names).allSatisfy({ types[$0] != nil || $0 == "count" })
            else { continue }
            let text = index.text
            atoms.append(
                Atom(
                    good: "\(text) < \(base.text).count", bad: "\(text) >= \(base.text).count",
                    isSafety: true,
                    factor: 0.95))
            if index.identifier == nil {
                atoms.append(Atom(good: "\(text) >= 0", bad: "\(text) < 0", isSafety: true, factor: 0.8))
            }
        }
        return Array(atoms.prefix(4))
    }

    /// Flags that values have, and comparisons of what they have with what is in scope: `order.total >= minimum`.
    private func comparisons(
        _ members: [Ingredient], _ visible: [Ingredient], _ weight: (String) -> Double
    ) -> [Atom] {
        var atoms: [Atom] = []
        func base(_ name: String) -> Double { weight(String(name.prefix { $0 != "." })) }
        for flag in members where flag.type == "Bool" {
            atoms.append(
                Atom(
                    good: flag.name, bad: "!\(flag.name)", isSafety: false, factor: base(flag.name) * 0.85,
                    isFlag: true))
        }
        let ordered = visible.filter { TypeText.isOrdered($0.type) && $0.type != "String" }
        for member in members where TypeText.isOrdered(member.type) && member.type != "String" {
            for other in ordered.prefix(10) where other.type == member.type {
                let kin = Siblings.shareUnit(member.name, other.name)
                let factor = min(0.95, base(member.name) * weight(other.name) * (kin ? 1.4 : 0.7))
                atoms.append(
                    Atom(
                        good: "\(member.name) >= \(other.name)", bad: "\(member.name) < \(other.name)",
                        isSafety: false, factor: factor))
                atoms.append(
                    Atom(
                        good: "\(member.name) <= \(other.name)", bad: "\(member.name) > \(other.name)",
                        isSafety: false, factor: factor * 0.95))
            }
        }
        for optional in members where TypeText.isOptional(optional.type) {
            atoms.append(
                Atom(
                    good: "\(optional.name) != nil", bad: "\(optional.name) == nil", isSafety: true,
                    factor: base(optional.name) * 0.8, isState: true))
        }
        for list in members where TypeText.isCollection(list.type) && !isView(list.type) {
            atoms.append(
                Atom(
                    good: "!\(list.name).isEmpty", bad: "\(list.name).isEmpty", isSafety: true,
                    factor: base(list.name) * 0.75, isState: true))
        }
        return Array(atoms.sorted { $0.factor > $1.factor }.prefix(14))
    }

    /// What the function counts is a collection, whatever its type: `page.items.isEmpty`.
    private func counted(_ visible: [Ingredient], _ weight: (String) -> Double) -> [Atom] {
        let known = Set(visible.map(\.name))
        var seen: Set<String> = []
        let paths = allPlaces(MemberAccessExprSyntax.self).filter { $0.name == "count" }.compactMap {
            access in
            access.base?.as(MemberAccessExprSyntax.self).flatMap { path in
                path.base?.identifier.map { (root: $0, path: path.trimmedDescription) }
            }
        }
        return paths.filter { known.contains($0.root) && seen.insert($0.path).inserted }.prefix(2).map {
            Atom(
                good: "!\($0.path).isEmpty", bad: "\($0.path).isEmpty", isSafety: true,
                factor: weight($0.root) * 0.8, isState: true)
        }
    }

    /// Lists that are gone through together have to be equally long.
    private func counts(_ visible: [Ingredient], _ weight: (String) -> Double) -> [Atom] {
        let lists = visible.filter { TypeText.isArray($0.type) }.prefix(4)
        var atoms: [Atom] = []
        for (position, a) in lists.enumerated() {
            for b in lists.dropFirst(position + 1) {
                atoms.append(
                    Atom(
                        good: "\(a.name).count == \(b.name).count", bad: "\(a.name).count != \(b.name).count",
                        isSafety: true, factor: weight(a.name) * weight(b.name) * 0.8))
            }
        }
        return Array(atoms.sorted { $0.factor > $1.factor }.prefix(2))
    }

    private func pairs(_ visible: [Ingredient], _ weight: (String) -> Double) -> [Atom] {
        let ordered = visible.filter { TypeText.isOrdered($0.type) && $0.type != "String" }.prefix(6)
        let equatable = visible.filter {
            $0.type != nil && $0.type != "Bool" && !TypeText.isOptional($0.type)
                && ingredients.isEquatable($0.type) && !TypeText.isCollection($0.type)
        }
        let equal = equatable.filter { $0.origin <= .parameter }.prefix(4)
        // Values without an order have places of their own to be compared with: `index == endIndex`.
        let members = equatable.filter { $0.origin == .member && !TypeText.isOrdered($0.type) }
        var atoms: [Atom] = []
        for (position, a) in ordered.enumerated() {
            for b in ordered.dropFirst(position + 1) where a.type == b.type {
                let kin = Siblings.shareUnit(a.name, b.name)
                let factor = min(0.95, weight(a.name) * weight(b.name) * (kin ? 1.1 : 0.7))
                atoms.append(
                    Atom(
                        good: "\(a.name) < \(b.name)", bad: "\(a.name) >= \(b.name)", isSafety: false,
                        factor: factor))
                atoms.append(
                    Atom(
                        good: "\(a.name) <= \(b.name)", bad: "\(a.name) > \(b.name)", isSafety: false,
                        factor: factor * 0.9))
            }
        }
        for (position, a) in equal.enumerated() {
            let others = equal.dropFirst(position + 1) + members.filter { $0.type == a.type }.prefix(3)
            for b in others where a.type == b.type {
                let factor = weight(a.name) * weight(b.name) * 0.7
                atoms.append(
                    Atom(
                        good: "\(a.name) != \(b.name)", bad: "\(a.name) == \(b.name)", isSafety: false,
                        factor: factor, isEquality: true))
            }
        }
        return Array(atoms.sorted { $0.factor > $1.factor }.prefix(12))
    }
}
