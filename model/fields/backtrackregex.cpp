// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/backtrackregex.h"

#include "parser/base/utf8cut.h"

#include <algorithm>

namespace sightglass::jsregex {

namespace {

constexpr std::size_t mostInstructions = 20'000;
constexpr std::size_t mostSteps = 200'000;
constexpr std::size_t unset = std::string_view::npos;

bool isWordCharacter(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

/// In capitals, as JavaScript compares letters.
char32_t folded(char32_t c) noexcept
{
    const bool ascii = c >= 'a' && c <= 'z';
    const bool latin = c >= 0xE0 && c <= 0xFE && c != 0xF7;
    const bool greek = c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2;
    const bool cyrillic = c >= 0x430 && c <= 0x44F;
    if (ascii || latin || greek || cyrillic)
        return c - 0x20;
    return c >= 0x450 && c <= 0x45F ? c - 0x50 : c;
}

char32_t inSmallLetters(char32_t c) noexcept
{
    for (const char32_t distance : {char32_t{0x20}, char32_t{0x50}}) {
        if (folded(c + distance) == c && folded(c) == c)
            return c + distance;
    }
    return c;
}

/// The last character of a text that is not empty.
std::pair<char32_t, std::size_t> backOf(std::string_view text) noexcept
{
    std::size_t length = 1;
    while (length < 4 && length < text.size() && isUtf8Continuation(text[text.size() - length]))
        ++length;
    const auto [character, taken] = frontOf(text.substr(text.size() - length));
    return taken == length ? std::pair(character, length) : frontOf(text.substr(text.size() - 1));
}

} // namespace

/// Trees to programs.
class ProgramWriter
{
public:
    using Step = BacktrackRegex::Step;

    explicit ProgramWriter(BacktrackRegex &regex)
        : m_regex(regex)
    {}

    /// False where it gets too long.
    bool write(const Node &root)
    {
        m_regex.m_slots = 2 * (m_regex.m_groups + 1);
        add(Step::Save, 0);
        write(root, false);
        add(Step::Save, 1);
        add(Step::Done);
        return m_regex.m_program.size() <= mostInstructions;
    }

private:
    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(m_regex.m_program.size()); }

    std::uint32_t add(Step step, std::uint32_t index = 0, std::uint32_t to = 0)
    {
        m_regex.m_program.push_back({step, index, to});
        return here() - 1;
    }

    void land(std::uint32_t jump) { m_regex.m_program[jump].to = here(); }

    void write(const Node &node, bool back)
    {
        if (m_regex.m_program.size() > mostInstructions)
            return;
        switch (node.kind) {
        case NodeKind::Sequence:
            return writeAll(node, back);
        case NodeKind::Choice:
            return writeChoice(node, back);
        case NodeKind::Class:
            m_regex.m_classes.push_back({node.ranges, node.negated});
            add(back ? Step::TakeBack : Step::Take, static_cast<std::uint32_t>(m_regex.m_classes.size() - 1));
            return;
        case NodeKind::Group:
            add(Step::Save, 2 * node.group + (back ? 1 : 0));
            writeAll(node, back);
            add(Step::Save, 2 * node.group + (back ? 0 : 1));
            return;
        case NodeKind::BackReference:
            add(back ? Step::ReferBack : Step::Refer, node.group);
            return;
        case NodeKind::Repeat:
            return writeRepeat(node, back);
        case NodeKind::LineStart:
            add(Step::LineStart);
            return;
        case NodeKind::LineEnd:
            add(Step::LineEnd);
            return;
        case NodeKind::WordBoundary:
            add(Step::WordBoundary);
            return;
        case NodeKind::NoWordBoundary:
            add(Step::NoWordBoundary);
            return;
        case NodeKind::Ahead:
        case NodeKind::NotAhead:
        case NodeKind::Behind:
        case NodeKind::NotBehind:
            return writeLook(node);
        }
    }

    void writeAll(const Node &node, bool back)
    {
        for (std::size_t i = 0; i < node.children.size(); ++i)
            write(node.children[back ? node.children.size() - 1 - i : i], back);
    }

    void writeChoice(const Node &node, bool back)
    {
        std::vector<std::uint32_t> ends;
        for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
            const std::uint32_t split = add(Step::Split);
            write(node.children[i], back);
            ends.push_back(add(Step::Jump));
            land(split);
        }
        write(node.children.back(), back);
        for (const std::uint32_t end : ends)
            land(end);
    }

    /// One time around; what its groups took before is forgotten.
    void writeRound(const Node &node, bool back)
    {
        if (node.groupsEnd > node.group)
            add(Step::Forget, node.group, node.groupsEnd);
        write(node.children.front(), back);
    }

    /// A round that may not take nothing.
    void writeOptionalRound(const Node &node, bool back)
    {
        const std::uint32_t slot = m_regex.m_slots++;
        add(Step::Save, slot);
        writeRound(node, back);
        add(Step::Progress, slot);
    }

    void writeRepeat(const Node &node, bool back)
    {
        for (std::uint32_t i = 0; i < node.least; ++i)
            writeRound(node, back);
        const Step split = node.lazy ? Step::SplitLazy : Step::Split;
        if (node.most == endless) {
            const std::uint32_t start = add(split);
            writeOptionalRound(node, back);
            add(Step::Jump, 0, start);
            land(start);
            return;
        }
        std::vector<std::uint32_t> splits;
        for (std::uint32_t i = node.least; i < node.most && here() <= mostInstructions; ++i) {
            splits.push_back(add(split));
            writeOptionalRound(node, back);
        }
        for (const std::uint32_t skipped : splits)
            land(skipped);
    }

    void writeLook(const Node &node)
    {
        const bool negated = node.kind == NodeKind::NotAhead || node.kind == NodeKind::NotBehind;
        const bool back = node.kind == NodeKind::Behind || node.kind == NodeKind::NotBehind;
        const std::uint32_t look = add(negated ? Step::LookNot : Step::Look);
        writeAll(node, back);
        add(Step::Done);
        land(look);
    }

    BacktrackRegex &m_regex;
};

/// One search.
class ProgramRun
{
public:
    using Step = BacktrackRegex::Step;

    ProgramRun(const BacktrackRegex &regex, std::string_view text)
        : m_regex(regex)
        , m_text(text)
        , m_slots(regex.m_slots, unset)
    {}

    bool startsAt(std::size_t from)
    {
        std::ranges::fill(m_slots, unset);
        m_undo.clear();
        return run(0, from);
    }

    [[nodiscard]] bool isExhausted() const noexcept { return m_steps >= mostSteps; }

    [[nodiscard]] BacktrackRegex::Groups groups() const
    {
        BacktrackRegex::Groups groups(m_regex.m_groups + 1);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (m_slots[2 * i] != unset && m_slots[2 * i + 1] != unset)
                groups[i] = taken(static_cast<std::uint32_t>(i));
        }
        return groups;
    }

private:
    /// Either a way not taken or a slot as it was.
    struct Undo
    {
        bool isWay = false;
        std::uint32_t index = 0; ///< a step or a slot
        std::size_t place = 0;
    };

    [[nodiscard]] std::string_view taken(std::uint32_t group) const
    {
        const std::size_t begin = m_slots[2 * std::size_t{group}];
        const std::size_t end = m_slots[2 * std::size_t{group} + 1];
        return begin == unset || end == unset ? m_text.substr(0, 0) : m_text.substr(begin, end - begin);
    }

    void put(std::uint32_t slot, std::size_t place)
    {
        m_undo.push_back({false, slot, m_slots[slot]});
        m_slots[slot] = place;
    }

    /// Back to the newest way not taken above `base`.
    bool fallBack(std::size_t base, std::uint32_t &step, std::size_t &at)
    {
        while (m_undo.size() > base) {
            const Undo undo = m_undo.back();
            m_undo.pop_back();
            if (undo.isWay) {
                step = undo.index;
                at = undo.place;
                return true;
            }
            m_slots[undo.index] = undo.place;
        }
        return false;
    }

    [[nodiscard]] bool contains(const BacktrackRegex::CharClass &characters, char32_t c) const
    {
        const auto isIn = [&characters](char32_t one) {
            return std::ranges::any_of(characters.ranges, [one](const CharRange &range) {
                return range.first <= one && one <= range.last;
            });
        };
        const bool found =
            isIn(c) || (m_regex.m_flags.ignoreCase && (isIn(folded(c)) || isIn(inSmallLetters(folded(c)))));
        return found != characters.negated;
    }

    bool take(std::uint32_t characters, bool back, std::size_t &at) const
    {
        const std::string_view rest = back ? m_text.substr(0, at) : m_text.substr(at);
        if (rest.empty())
            return false;
        const auto [character, length] = back ? backOf(rest) : frontOf(rest);
        if (!contains(m_regex.m_classes[characters], character))
            return false;
        at = back ? at - length : at + length;
        return true;
    }

    bool refer(std::uint32_t group, bool back, std::size_t &at) const
    {
        const std::string_view wanted = taken(group);
        const std::string_view rest = back ? m_text.substr(0, at) : m_text.substr(at);
        if (rest.size() < wanted.size())
            return false;
        const std::string_view found =
            back ? rest.substr(rest.size() - wanted.size()) : rest.substr(0, wanted.size());
        const auto same = [this](char a, char b) {
            const auto code = [](char c) { return char32_t{static_cast<unsigned char>(c)}; };
            const bool ascii = code(a) < 0x80 && code(b) < 0x80;
            return a == b || (m_regex.m_flags.ignoreCase && ascii && folded(code(a)) == folded(code(b)));
        };
        if (!std::ranges::equal(found, wanted, same))
            return false;
        at = back ? at - wanted.size() : at + wanted.size();
        return true;
    }

    static bool endsLine(char c) noexcept { return c == '\n' || c == '\r'; }

    [[nodiscard]] bool holds(Step step, std::size_t at) const
    {
        const bool many = m_regex.m_flags.multiline;
        if (step == Step::LineStart)
            return at == 0 || (many && endsLine(m_text[at - 1]));
        if (step == Step::LineEnd)
            return at == m_text.size() || (many && endsLine(m_text[at]));
        const bool before = at > 0 && isWordCharacter(m_text[at - 1]);
        const bool behind = at < m_text.size() && isWordCharacter(m_text[at]);
        return (before != behind) == (step == Step::WordBoundary);
    }

    /// What a match in the looking took stays, the other ways of it do not.
    bool look(std::uint32_t program, bool negated, std::size_t at)
    {
        const std::size_t base = m_undo.size();
        const bool found = run(program, at);
        if (found && !negated) {
            const auto first = m_undo.begin() + static_cast<std::ptrdiff_t>(base);
            m_undo.erase(std::remove_if(first, m_undo.end(), [](const Undo &undo) { return undo.isWay; }),
                         m_undo.end());
            return true;
        }
        for (; m_undo.size() > base; m_undo.pop_back()) {
            if (!m_undo.back().isWay)
                m_slots[m_undo.back().index] = m_undo.back().place;
        }
        return !found && negated && !isExhausted();
    }

    /// Looks within looks are as deep as the tree, which is bounded.
    bool run(std::uint32_t step, std::size_t at)
    {
        const std::size_t base = m_undo.size();
        while (!isExhausted()) {
            ++m_steps;
            const BacktrackRegex::Instruction &now = m_regex.m_program[step];
            bool good = true;
            std::uint32_t next = step + 1;
            switch (now.step) {
            case Step::Take:
            case Step::TakeBack:
                good = take(now.index, now.step == Step::TakeBack, at);
                break;
            case Step::Refer:
            case Step::ReferBack:
                good = refer(now.index, now.step == Step::ReferBack, at);
                break;
            case Step::Split:
                m_undo.push_back({true, now.to, at});
                break;
            case Step::SplitLazy:
                m_undo.push_back({true, next, at});
                next = now.to;
                break;
            case Step::Jump:
                next = now.to;
                break;
            case Step::Save:
                put(now.index, at);
                break;
            case Step::Forget:
                for (std::uint32_t slot = 2 * now.index; slot < 2 * now.to; ++slot)
                    put(slot, unset);
                break;
            case Step::Progress:
                good = m_slots[now.index] != at;
                break;
            case Step::Look:
            case Step::LookNot:
                good = look(next, now.step == Step::LookNot, at);
                next = now.to;
                break;
            case Step::Done:
                return true;
            default:
                good = holds(now.step, at);
                break;
            }
            if (good)
                step = next;
            else if (!fallBack(base, step, at))
                return false;
        }
        return false;
    }

    const BacktrackRegex &m_regex;
    std::string_view m_text;
    std::vector<std::size_t> m_slots;
    std::vector<Undo> m_undo;
    std::size_t m_steps = 0;
};

Result<BacktrackRegex> BacktrackRegex::compile(std::string_view source, Flags flags)
{
    auto syntax = parse(source, flags.dotAll);
    if (!syntax)
        return syntax.error();
    BacktrackRegex regex;
    regex.m_groups = syntax->groups;
    regex.m_names = std::move(syntax->names);
    regex.m_flags = flags;
    if (!ProgramWriter(regex).write(syntax->root))
        return Error{ErrorCode::ConfigValue, {"too long"}, {}, {}};
    return regex;
}

std::optional<BacktrackRegex::Groups> BacktrackRegex::search(std::string_view text, std::size_t from,
                                                             bool hereOnly) const
{
    ProgramRun run(*this, text);
    while (from <= text.size() && !run.isExhausted()) {
        if (run.startsAt(from))
            return run.groups();
        if (hereOnly)
            break;
        from += from < text.size() ? frontOf(text.substr(from)).second : 1;
    }
    return std::nullopt;
}

} // namespace sightglass::jsregex
