// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/corpus/fittingdata.h"

#include "model/dashboard/intervalvariables.h"
#include "parser/base/goregex.h"
#include "parser/promql/exprparts.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace sightglass::test {

namespace {

using LabelMap = std::map<std::string, std::string>;

constexpr int sampleCount = 40;
constexpr std::int64_t intervalMs = 15'000;
constexpr std::array<std::string_view, 9> bounds = {"0.005", "0.1", "0.5", "1",   "2.5",
                                                    "5",     "10",  "100", "+Inf"};

bool satisfies(const std::string &value, const Matcher &matcher)
{
    if (matcher.op == MatchOp::Equal || matcher.op == MatchOp::NotEqual)
        return (value == matcher.value) == (matcher.op == MatchOp::Equal);
    const auto regex = GoRegex::compile(matcher.value);
    return regex && regex->matches(value) == (matcher.op == MatchOp::Regex);
}

/// Texts that an expression may be meant to find, made of what stands in it.
std::vector<std::string> candidatesFor(const std::string &pattern)
{
    std::vector<std::string> found = {"x", "a1",     "GET",           "200",  "500", "4xx",
                                      "/", "node-1", "10.0.0.1:9100", "eth0", ""};
    std::string word;
    const auto finish = [&] {
        if (!word.empty())
            found.insert(found.begin(), {word, word + "x", "x" + word, "x" + word + "x"});
        word.clear();
    };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c == '|' || c == '(' || c == ')' || c == '^' || c == '$')
            finish();
        else if (c == '.' && i + 1 < pattern.size() && (pattern[i + 1] == '*' || pattern[i + 1] == '+'))
            word += pattern[++i] == '+' ? "x" : "";
        else if (c == '\\' && i + 1 < pattern.size())
            word += pattern[++i] == 'd' ? '1' : pattern[i] == 'w' ? 'x' : pattern[i];
        else if (c == '[') {
            word += i + 1 < pattern.size() && pattern[i + 1] != '^' ? pattern[i + 1] : 'x';
            i = std::min(pattern.find(']', i), pattern.size());
        } else if (c != '?' && c != '*' && c != '+')
            word += c;
    }
    finish();
    return found;
}

/// A value for a label that satisfies all its matchers; empty where none was thought of.
std::string valueFor(const std::string &label, const std::vector<Matcher> &matchers)
{
    std::vector<std::string> candidates;
    for (const Matcher &matcher : matchers) {
        if (matcher.name != label)
            continue;
        if (matcher.op == MatchOp::Equal)
            return matcher.value;
        if (matcher.op == MatchOp::Regex) {
            const std::vector<std::string> own = candidatesFor(matcher.value);
            candidates.insert(candidates.end(), own.begin(), own.end());
        }
    }
    candidates.insert(candidates.end(), {"v", "other", "x", "1"});
    const auto fits = [&](const std::string &candidate) {
        return std::ranges::all_of(matchers, [&](const Matcher &matcher) {
            return matcher.name != label || satisfies(candidate, matcher);
        });
    };
    const auto found = std::ranges::find_if(candidates, fits);
    return found == candidates.end() ? std::string() : *found;
}

/// The labels that texts group, join and name by.
void addNames(const std::string &text, std::set<std::string> &names)
{
    static const std::regex clause(R"(\b(?:by|on|group_left|group_right)\s*\(([^)]*)\))", std::regex::icase);
    static const std::regex place(R"(\{\{\s*([A-Za-z_]\w*)\s*\}\})");
    static const std::regex word(R"([A-Za-z_]\w*)");
    for (std::sregex_iterator at(text.begin(), text.end(), clause), end; at != end; ++at) {
        const std::string list = (*at)[1];
        for (std::sregex_iterator name(list.begin(), list.end(), word), last; name != last; ++name)
            names.insert(name->str());
    }
    for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at)
        names.insert((*at)[1]);
    names.erase("le");
    names.erase("__name__");
}

class Filling
{
public:
    Filling(Head &head, std::set<std::string> names)
        : m_head(head)
        , m_names(std::move(names))
    {}

    void add(const promql::Expr &expr)
    {
        const std::vector<const promql::VectorSelector *> selectors = promql::selectorsOf(expr);
        // What one side of a join says of a label holds for the other.
        LabelMap shared;
        for (const auto *selector : selectors) {
            for (const Matcher &matcher : selector->matchers) {
                if (matcher.name != "__name__" && matcher.name != "le")
                    shared.emplace(matcher.name, valueFor(matcher.name, selector->matchers));
            }
        }
        for (const auto *selector : selectors)
            add(*selector, shared);
    }

private:
    void add(const promql::VectorSelector &selector, const LabelMap &shared)
    {
        const std::string name = valueFor("__name__", selector.matchers);
        LabelMap labels = shared;
        for (const std::string &wanted : m_names)
            labels.emplace(wanted, "v");
        bool hasBound = false;
        for (const Matcher &matcher : selector.matchers) {
            hasBound = hasBound || matcher.name == "le";
            labels[matcher.name] = valueFor(matcher.name, selector.matchers);
        }
        labels.erase("__name__");
        if (name.ends_with("_bucket")) {
            for (std::size_t i = 0; i < bounds.size(); ++i) {
                labels["le"] = bounds[i];
                append(name, labels, static_cast<double>(i + 1));
            }
            if (!hasBound)
                return;
            labels["le"] = valueFor("le", selector.matchers);
        }
        append(name, labels, 3);
    }

    void append(const std::string &name, const LabelMap &labels, double slope)
    {
        std::vector<Label> list;
        for (const auto &[key, value] : labels) {
            if (!value.empty() && key != "__name__")
                list.push_back({key, value});
        }
        const Labels all = Labels::withName(name, std::move(list));
        const SeriesId id = m_head.seriesFor(all);
        if (!m_known.insert(id).second)
            return;
        const bool rises = name.ends_with("_total") || name.ends_with("_count") || name.ends_with("_sum") ||
                           name.ends_with("_bucket");
        for (int i = 0; i < sampleCount; ++i) {
            const double value = rises ? 100 + slope * i : 1 + 0.2 * std::sin(i / 4.0) + 0.01 * i;
            if (!m_head.append(id, fittingDataEnd - (sampleCount - 1 - i) * intervalMs, value))
                return;
        }
    }

    Head &m_head;
    std::set<std::string> m_names;
    std::set<SeriesId> m_known;
};

} // namespace

void fillWithFittingData(Head &head, std::span<const PanelSpec> panels)
{
    std::set<std::string> names;
    for (const PanelSpec &panel : panels) {
        for (const PanelQuery &query : panel.queries) {
            addNames(query.expr, names);
            addNames(query.legend, names);
        }
    }
    Filling filling(head, std::move(names));
    for (const PanelSpec &panel : panels) {
        for (const PanelQuery &query : panel.queries) {
            const auto expr = promql::parseExpr(replaceIntervalVariables(query.expr, intervalPlaceholders()),
                                                promql::Features::all());
            if (expr)
                filling.add(**expr);
        }
    }
    head.commit();
}

} // namespace sightglass::test
