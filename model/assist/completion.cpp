// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/completion.h"

#include "model/assist/languagedocs.h"
#include "model/assist/textmatch.h"
#include "model/dashboard/promqltext.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace sightglass {

namespace {

constexpr std::size_t mostSeriesRead = 50'000;
constexpr std::size_t checkEvery = 512;
/// What fits the place goes before what answers a little better.
constexpr int fitBonus = 60;
/// Of two words that are as near, the one that queries are made of: "ra" means rate, hardly ever rad.
constexpr int everydayBonus = 8;
constexpr std::array<std::string_view, 8> everydayWords = {"rate", "sum",   "avg",      "max",
                                                           "min",  "count", "increase", "histogram_quantile"};

constexpr std::array<std::string_view, 9> durations = {
    "$__rate_interval", "1m", "5m", "10m", "30m", "1h", "6h", "1d", "7d"};

bool wantsCounter(std::string_view function)
{
    return function == "rate" || function == "irate" || function == "increase" || function == "resets";
}

bool wantsGauge(std::string_view function)
{
    return function == "delta" || function == "idelta" || function == "deriv" ||
           function == "predict_linear" || function.ends_with("_over_time");
}

/// Text between quotes of this kind, so that it reads back.
std::string escaped(std::string_view text, char quote)
{
    if (quote == '`' && text.find('`') == std::string_view::npos)
        return std::string(text);
    std::string quoted = goQuoted(text);
    std::string inner = quoted.substr(1, quoted.size() - 2);
    if (quote != '\'')
        return inner;
    std::string single;
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] == '\\' && i + 1 < inner.size() && inner[i + 1] == '"')
            ++i;
        if (inner[i] == '\'')
            single += '\\';
        single += inner[i];
    }
    return single;
}

class Completer
{
public:
    Completer(std::string_view query, std::size_t cursor, const CompletionSource &source,
              std::stop_token cancel)
        : m_query(query)
        , m_context(cursorContext(query, cursor))
        , m_source(source)
        , m_cancel(std::move(cancel))
    {
        m_list.replaced = m_context.word;
        m_list.typed = m_context.prefix;
    }

    CompletionList complete()
    {
        switch (m_context.place) {
        case CursorPlace::Nothing:
            break;
        case CursorPlace::Operand:
            addMetrics();
            addWords();
            break;
        case CursorPlace::Operator:
            addWords();
            break;
        case CursorPlace::LabelName:
            addSelectorLabels();
            break;
        case CursorPlace::MatchOperator:
            for (const char *op : {"=", "!=", "=~", "!~"})
                add(plain(Completion::Kind::Operator, op, std::string(op) + "\"\"", 1));
            break;
        case CursorPlace::LabelValue:
            addValues();
            break;
        case CursorPlace::GroupingLabel:
            addGroupingLabels();
            break;
        case CursorPlace::Duration:
            for (std::size_t i = 0; i < durations.size(); ++i)
                add(plain(Completion::Kind::Duration, durations[i], std::string(durations[i]), 0),
                    -static_cast<int>(i) * fitBonus);
            break;
        case CursorPlace::FixedTime:
            for (const char *word : {"end", "start"})
                addWord(*findWordDoc(word));
            break;
        }
        return m_cancel.stop_requested() ? CompletionList{} : finished();
    }

private:
    static Completion plain(Completion::Kind kind, std::string_view text, std::string inserted,
                            std::size_t back)
    {
        Completion completion;
        completion.kind = kind;
        completion.text = text;
        completion.inserted = std::move(inserted);
        completion.back = back;
        return completion;
    }

    void add(Completion completion, int bonus = 0)
    {
        const auto score = textMatch(m_context.prefix, completion.text);
        if (!score)
            return;
        completion.score = *score + bonus;
        m_list.items.push_back(std::move(completion));
    }

    [[nodiscard]] bool cancelledAt(std::size_t i) const
    {
        return i % checkEvery == 0 && m_cancel.stop_requested();
    }

    /// Scores all first: only the best few are worth their texts.
    void addMetrics()
    {
        std::vector<std::pair<int, const MetricEntry *>> found;
        const auto metrics = m_source.catalog.metrics();
        for (std::size_t i = 0; i < metrics.size(); ++i) {
            if (cancelledAt(i))
                return;
            if (const auto score = textMatch(m_context.prefix, metrics[i].name))
                found.emplace_back(*score + fit(metrics[i]), &metrics[i]);
        }
        const std::size_t kept = std::min(found.size(), CompletionList::mostItems);
        m_list.cut = kept < found.size();
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                          [](const auto &a, const auto &b) {
                              return a.first != b.first ? a.first > b.first : a.second->name < b.second->name;
                          });
        for (std::size_t i = 0; i < kept; ++i)
            addMetric(*found[i].second, found[i].first);
    }

    void addMetric(const MetricEntry &metric, int score)
    {
        Completion completion = plain(Completion::Kind::Metric, metric.name, metric.name, 0);
        if (!isLegacyMetricName(metric.name))
            completion.inserted = selectorText(metric.name, {});
        completion.type = metric.type;
        completion.unit = metric.unit;
        completion.help = metric.help;
        completion.score = score;
        m_list.items.push_back(std::move(completion));
    }

    [[nodiscard]] int fit(const MetricEntry &metric) const
    {
        if (wantsCounter(m_context.function))
            return metric.isCounter() ? fitBonus : 0;
        if (wantsGauge(m_context.function))
            return metric.isGauge() ? fitBonus : 0;
        return 0;
    }

    void addWords()
    {
        for (const WordDoc &doc : wordDocs()) {
            const bool operand = doc.kind != WordKind::Keyword;
            if (operand != (m_context.place == CursorPlace::Operand) && !fitsBehindOperator(doc))
                continue;
            if (!operand && !keywordFits(doc.word))
                continue;
            if (isExperimental(doc) && !m_source.features.experimentalFunctions)
                continue;
            addWord(doc);
        }
    }

    /// `a / on` may stand where an operand is expected.
    [[nodiscard]] bool fitsBehindOperator(const WordDoc &doc) const
    {
        return doc.kind == WordKind::Keyword && (m_context.afterOperator || m_context.afterMatching);
    }

    [[nodiscard]] bool keywordFits(std::string_view word) const
    {
        if (word == "by" || word == "without")
            return m_context.afterAggregation;
        if (word == "on" || word == "ignoring" || word == "bool")
            return m_context.afterOperator;
        if (word == "group_left" || word == "group_right")
            return m_context.afterMatching;
        return m_context.place == CursorPlace::Operator;
    }

    void addWord(const WordDoc &doc)
    {
        const bool list = doc.kind == WordKind::Keyword && doc.word != "bool" && doc.word != "offset" &&
                          doc.word != "and" && doc.word != "or" && doc.word != "unless" &&
                          doc.word != "atan2";
        const bool called = m_query.substr(std::min(m_context.word.end, m_query.size())).starts_with('(');
        std::string inserted(doc.word);
        std::size_t back = 0;
        if (doc.kind == WordKind::Keyword) {
            inserted += list ? " ()" : " ";
            back = list ? 1 : 0;
        } else if (!called) {
            inserted += "()";
            back = doc.arguments.empty() ? 0 : 1;
        }
        const Completion::Kind kind = doc.kind == WordKind::Function      ? Completion::Kind::Function
                                      : doc.kind == WordKind::Aggregation ? Completion::Kind::Aggregation
                                                                          : Completion::Kind::Keyword;
        Completion completion = plain(kind, doc.word, std::move(inserted), back);
        completion.help = doc.text;
        // A keyword is there because it fits; a short word goes before a metric that begins like it.
        const bool everyday =
            std::find(everydayWords.begin(), everydayWords.end(), doc.word) != everydayWords.end();
        add(std::move(completion), kind == Completion::Kind::Keyword ? 2 * fitBonus
                                   : everyday                        ? everydayBonus
                                                                     : 0);
    }

    [[nodiscard]] std::vector<std::shared_ptr<const SeriesView>>
    series(std::span<const Matcher> matchers) const
    {
        if (m_source.snapshot == nullptr)
            return {};
        const StorageStats stats = m_source.snapshot->stats();
        auto found = m_source.snapshot->select(matchers, {stats.minTime, stats.maxTime});
        if (found.size() > mostSeriesRead)
            found.resize(mostSeriesRead);
        return found;
    }

    using ValuesByLabel = std::map<std::string_view, std::set<std::string_view>>;

    bool countLabels(std::span<const Matcher> matchers, std::map<std::string, std::size_t> &counts) const
    {
        const auto found = series(matchers);
        ValuesByLabel values;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (cancelledAt(i))
                return false;
            for (const LabelView label : found[i]->labels())
                values[label.name].insert(label.value);
        }
        values.erase(metricNameLabel);
        for (const auto &[name, all] : values)
            counts[std::string(name)] = std::max(counts[std::string(name)], all.size());
        return !found.empty();
    }

    void addLabels(const std::map<std::string, std::size_t> &counts, bool matcher)
    {
        const auto isListed = [this](const std::string &name) {
            return std::find(m_context.listed.begin(), m_context.listed.end(), name) !=
                   m_context.listed.end();
        };
        const std::string_view rest = m_query.substr(std::min(m_context.word.end, m_query.size()));
        const std::size_t next = rest.find_first_not_of(" \t\r\n");
        const bool hasOperator = next != std::string_view::npos && (rest[next] == '=' || rest[next] == '!');
        for (const auto &[name, values] : counts) {
            if (isListed(name))
                continue;
            const bool opens = matcher && !hasOperator;
            Completion completion = plain(Completion::Kind::Label, name,
                                          labelNameText(name) + (opens ? "=\"\"" : ""), opens ? 1 : 0);
            completion.series = values;
            add(std::move(completion));
        }
    }

    void addSelectorLabels()
    {
        std::map<std::string, std::size_t> counts;
        const bool any = countLabels(m_context.matchers, counts);
        if (!any && m_source.snapshot != nullptr) {
            for (const std::string &name : m_source.snapshot->labelNames())
                counts.emplace(name, 0);
            counts.erase(std::string(metricNameLabel));
        }
        for (const Matcher &matcher : m_context.matchers)
            m_context.listed.push_back(matcher.name);
        addLabels(counts, true);
    }

    void addGroupingLabels()
    {
        std::map<std::string, std::size_t> counts;
        for (const std::string &metric : m_context.metrics)
            countLabels(std::vector<Matcher>{{MatchOp::Equal, std::string(metricNameLabel), metric}}, counts);
        if (counts.empty() && m_source.snapshot != nullptr) {
            for (const std::string &name : m_source.snapshot->labelNames())
                counts.emplace(name, 0);
            counts.erase(std::string(metricNameLabel));
        }
        addLabels(counts, false);
    }

    void addValues()
    {
        std::map<std::string, std::size_t> counts;
        const auto found = series(m_context.matchers);
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (cancelledAt(i))
                return;
            if (const std::string_view value = found[i]->labels().value(m_context.label); !value.empty())
                ++counts[std::string(value)];
        }
        const char quote = m_context.quote != 0 ? m_context.quote : '"';
        for (const auto &[value, number] : counts) {
            std::string inserted = quote + escaped(value, quote) + quote;
            Completion completion = plain(Completion::Kind::LabelValue, value, std::move(inserted), 0);
            completion.series = number;
            add(std::move(completion));
        }
    }

    CompletionList finished()
    {
        std::stable_sort(m_list.items.begin(), m_list.items.end(),
                         [](const Completion &a, const Completion &b) { return a.score > b.score; });
        if (m_list.items.size() > CompletionList::mostItems) {
            m_list.items.resize(CompletionList::mostItems);
            m_list.cut = true;
        }
        return std::move(m_list);
    }

    std::string_view m_query;
    CursorContext m_context;
    const CompletionSource &m_source;
    std::stop_token m_cancel;
    CompletionList m_list;
};

} // namespace

CompletionList completeAt(std::string_view query, std::size_t cursor, const CompletionSource &source,
                          const std::stop_token &cancel)
{
    return Completer(query, cursor, source, cancel).complete();
}

} // namespace sightglass
