// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/lookingregex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t longestPattern = 20'000;
constexpr std::size_t longestText = 4096;
// PCRE2 counts anew from each place in the text where a match may begin.
constexpr std::size_t mostSteps = 2'000'000;
constexpr std::size_t mostStepsHere = 200'000;
constexpr std::size_t leastStepsHere = 2000;
constexpr std::uint32_t mostMemoryKiB = 8 * 1024;

template<auto Free>
struct Freed
{
    template<typename Object>
    void operator()(Object *object) const noexcept
    {
        Free(object);
    }
};
using Code = std::unique_ptr<pcre2_code, Freed<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Freed<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>>;

Error refused(std::string reason)
{
    return Error{ErrorCode::ConfigValue, {std::move(reason)}, {}, {}};
}

PCRE2_SPTR units(std::string_view text)
{
    return reinterpret_cast<PCRE2_SPTR>(text.data() != nullptr ? text.data() : "");
}

/// The groups of JavaScript: (…), (?:…), (?=…), (?!…), (?<=…), (?<!…), (?<name>…). PCRE2 has more, such as
/// recursion.
bool isGroupOfJs(std::string_view rest)
{
    return !rest.starts_with("(*") &&
           (!rest.starts_with("(?") ||
            (rest.size() > 2 && std::string_view(":=!<").find(rest[2]) != std::string_view::npos));
}

/// The source in PCRE2's words; nothing where a group is none of JavaScript's.
std::optional<std::string> inPcreWords(std::string_view source)
{
    std::string text;
    bool inClass = false;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const std::string_view rest = source.substr(at);
        if (rest.front() == '\\' && rest.size() > 1) {
            if (rest[1] == 'v')
                text += "\\x0b"; // and not all vertical space
            else
                text.append(isPlainEscape(rest[1]) ? rest.substr(1, 1) : rest.substr(0, 2));
            ++at;
        } else if (inClass && rest.front() == '[') {
            text += "\\["; // or it would look for [:name:]
        } else if (!inClass && rest.front() == '(' && !isGroupOfJs(rest)) {
            return std::nullopt;
        } else if (!inClass && (rest.starts_with("[]") || rest.starts_with("[^]"))) {
            const std::string_view all = rest.substr(0, rest[1] == ']' ? 2 : 3);
            text.append(all);
            at += all.size() - 1;
        } else {
            inClass = rest.front() == '[' || (inClass && rest.front() != ']');
            text += rest.front();
        }
    }
    return text;
}

std::string messageOf(int error)
{
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return reinterpret_cast<const char *>(text.data());
}

std::vector<std::pair<std::string, int>> namesIn(const pcre2_code *code)
{
    std::uint32_t count = 0;
    std::uint32_t entrySize = 0;
    PCRE2_SPTR table = nullptr;
    pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entrySize);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
    std::vector<std::pair<std::string, int>> names;
    // Two bytes with the number, then the name with a null behind it.
    for (std::uint32_t i = 0; i < count; ++i, table += entrySize)
        names.emplace_back(reinterpret_cast<const char *>(table + 2), table[0] << 8 | table[1]);
    std::ranges::sort(names, {}, &std::pair<std::string, int>::second); // as the pattern has them
    return names;
}

} // namespace

bool isPlainEscape(char c) noexcept
{
    constexpr std::string_view meant = "bBcdDfknrsStuvwWx";
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter && meant.find(c) == std::string_view::npos;
}

struct LookingRegex::Program
{
    Code code;
    MatchContext limits;
};

LookingRegex::LookingRegex(std::unique_ptr<const Program> program)
    : m_program(std::move(program))
    , m_names(namesIn(m_program->code.get()))
{}

LookingRegex::~LookingRegex() = default;
LookingRegex::LookingRegex(LookingRegex &&) noexcept = default;
LookingRegex &LookingRegex::operator=(LookingRegex &&) noexcept = default;

Result<LookingRegex> LookingRegex::compile(std::string_view source, Flags flags)
{
    const auto text = inPcreWords(source);
    if (!text)
        return refused("a group that JavaScript does not have");
    const CompileContext context(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    pcre2_set_max_pattern_length(context.get(), longestPattern);
    pcre2_set_compile_extra_options(context.get(), PCRE2_EXTRA_ALT_BSUX);
    std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_ALLOW_EMPTY_CLASS |
                            PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C;
    options |= flags.ignoreCase ? PCRE2_CASELESS : 0;
    options |= flags.multiline ? PCRE2_MULTILINE : 0;
    options |= flags.dotAll ? PCRE2_DOTALL : 0;
    int error = 0;
    PCRE2_SIZE place = 0;
    auto program = std::make_unique<Program>();
    program->code.reset(pcre2_compile(units(*text), text->size(), options, &error, &place, context.get()));
    if (!program->code)
        return refused(messageOf(error));
    program->limits.reset(pcre2_match_context_create(nullptr));
    pcre2_set_heap_limit(program->limits.get(), mostMemoryKiB);
    return LookingRegex(std::move(program));
}

std::optional<LookingRegex::Groups> LookingRegex::search(std::string_view text, std::size_t from,
                                                         bool hereOnly) const
{
    if (text.size() > longestText)
        return std::nullopt;
    const std::size_t places = hereOnly ? 1 : text.size() - from + 1;
    const std::size_t steps = std::clamp(mostSteps / places, leastStepsHere, mostStepsHere);
    const MatchContext limits(pcre2_match_context_copy(m_program->limits.get()));
    pcre2_set_match_limit(limits.get(), static_cast<std::uint32_t>(steps));
    const pcre2_code *code = m_program->code.get();
    const MatchData match(pcre2_match_data_create_from_pattern(code, nullptr));
    const std::uint32_t options = hereOnly ? PCRE2_ANCHORED : 0;
    if (pcre2_match(code, units(text), text.size(), from, options, match.get(), limits.get()) < 0)
        return std::nullopt;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(match.get());
    Groups groups(pcre2_get_ovector_count(match.get()));
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (ends[2 * i] != PCRE2_UNSET)
            groups[i] = text.substr(ends[2 * i], ends[2 * i + 1] - ends[2 * i]);
    }
    return groups;
}

} // namespace sightglass
