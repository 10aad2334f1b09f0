// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/nameelision.h"

#include "widgets/panelkit/kepttext.h"

#include <algorithm>
#include <optional>

namespace sightglass {

namespace {

constexpr QChar ellipsis = KeptText::ellipsis;

/// Rather than so many characters in common are not left out, a word is cut.
constexpr qsizetype longestWord = 16;

/// Names whose short form is remembered: more than are ever in sight.
constexpr qsizetype mostMade = 2000;

/// So much of a common beginning as ends behind a word.
qsizetype wholeWords(const QString &name, qsizetype common)
{
    qsizetype length = common;
    while (length > 0 && !isBetweenWords(name[length - 1]))
        --length;
    if (common - length <= longestWord)
        return length;
    return name[common - 1].isHighSurrogate() ? common - 1 : common;
}

/// The same of a common end.
qsizetype wholeWordsBehind(const QString &name, qsizetype common)
{
    qsizetype length = common;
    while (length > 0 && !isBetweenWords(name[name.size() - length]))
        --length;
    if (common - length <= longestWord)
        return length;
    return name[name.size() - common].isLowSurrogate() ? common - 1 : common;
}

/// A name that says a metric and labels, taken apart.
struct LabelledName
{
    QString metric;     ///< may be empty
    QStringList labels; ///< name="value", in their order
};

/// Nothing where it is none.
std::optional<LabelledName> labelled(const QString &name)
{
    const qsizetype begin = name.indexOf(u'{');
    const bool isCut = name.endsWith(ellipsis); // the longest ones were
    if (begin < 0 || !(isCut || name.endsWith(u'}')))
        return std::nullopt;
    LabelledName result{name.left(begin), {}};
    bool quoted = false;
    bool escaped = false;
    qsizetype from = begin + 1;
    for (qsizetype i = from; i < name.size(); ++i) {
        const QChar c = name[i];
        if (escaped || (quoted && c == u'\\')) {
            escaped = !escaped;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && (c == u',' || (!isCut && i == name.size() - 1))) {
            const QString label = name.mid(from, i - from).trimmed();
            if (!label.contains(QStringLiteral("=\"")))
                return std::nullopt;
            result.labels << label;
            from = i + 1;
        }
    }
    if (isCut && name.indexOf(QStringLiteral("=\""), from) >= 0) {
        result.labels << name.mid(from).trimmed();
        return result;
    }
    return quoted || from != name.size() ? std::nullopt : std::optional(result);
}

} // namespace

NameElision::NameElision(const QStringList &names)
{
    if (names.size() < 2)
        return;
    m_names = names;
    const QString &first = names.front();
    if (const auto own = labelled(first)) {
        m_labelled = m_sameMetric = true;
        m_shared = QSet<QString>(own->labels.begin(), own->labels.end());
        for (const QString &name : names) {
            const auto other = labelled(name);
            m_labelled = m_labelled && other.has_value();
            if (!other)
                break;
            m_sameMetric = m_sameMetric && other->metric == own->metric;
            m_shared.intersect(QSet<QString>(other->labels.begin(), other->labels.end()));
        }
    }
    qsizetype before = first.size();
    qsizetype behind = first.size();
    qsizetype shortest = first.size();
    for (const QString &name : names) {
        const auto begun =
            std::mismatch(first.begin(), first.begin() + std::min(before, name.size()), name.begin());
        before = begun.first - first.begin();
        const qsizetype reach = std::min(behind, name.size());
        const auto ended = std::mismatch(first.rbegin(), first.rbegin() + reach, name.rbegin());
        behind = ended.first - first.rbegin();
        shortest = std::min(shortest, name.size());
    }
    if (before == shortest && before == first.size())
        return; // all alike
    m_before = wholeWords(first, before);
    m_behind = std::min(wholeWordsBehind(first, behind), shortest - m_before);
}

QString NameElision::elided(const QString &name, const QFontMetricsF &metrics, double width) const
{
    if (!m_metrics || *m_metrics != metrics || m_made.size() > mostMade) {
        m_made.clear();
        m_metrics = metrics;
    }
    Made &made = m_made[name];
    if (made.width != width)
        made = {width, makeElided(name, metrics, width)};
    return made.text;
}

QString NameElision::makeElided(const QString &name, const QFontMetricsF &metrics, double width) const
{
    if (metrics.horizontalAdvance(name) <= width)
        return name;
    for (const auto way :
         {&NameElision::elidedLabels, &NameElision::elidedCommon, &NameElision::elidedWords}) {
        if (const QString fits = (this->*way)(name, metrics, width); !fits.isEmpty())
            return fits;
    }
    const qsizetype own = name.size() - m_before - m_behind;
    const double mark = metrics.horizontalAdvance(ellipsis);
    if (m_before + m_behind == 0 || own <= 0 || width < 3 * mark)
        return metrics.elidedText(name, Qt::ElideMiddle, width);
    // One mark says as well as three that it is not the whole. What begins within a value's quotes says so.
    const QString told = name.mid(m_before, own);
    if (!m_labelled && metrics.horizontalAdvance(told) > width)
        return metrics.elidedText(told, Qt::ElideMiddle, width);
    return ellipsis + metrics.elidedText(told, Qt::ElideMiddle, width - mark);
}

const TellingParts &NameElision::tellingParts() const
{
    if (!m_telling)
        m_telling = TellingParts(m_names);
    return *m_telling;
}

/// All that is between what all names have in common, with so much of their beginning as has room. Empty
/// where that is too wide.
QString NameElision::elidedCommon(const QString &name, const QFontMetricsF &metrics, double width) const
{
    const qsizetype own = name.size() - m_before - m_behind;
    if (m_before + m_behind == 0 || own <= 0)
        return {};
    const QString told = name.mid(m_before, own);
    if (const QString usual = metrics.elidedText(name, Qt::ElideMiddle, width); usual.contains(told))
        return usual;
    const double mark = metrics.horizontalAdvance(ellipsis);
    const QString end = m_behind > 0 ? QString(ellipsis) : QString();
    const double room = width - metrics.horizontalAdvance(told) - (m_behind > 0 ? mark : 0);
    if (room < (m_before > 0 ? mark : 0))
        return {};
    const QString begin = metrics.elidedText(name.left(m_before) + ellipsis, Qt::ElideRight, room);
    return (m_before > 0 ? begin : QString()) + told + end;
}

/// The words that tell the name from the others and what has room beside them; where they are too wide, what
/// tells of them. Empty where that is too wide, too, or where nothing tells.
QString NameElision::elidedWords(const QString &name, const QFontMetricsF &metrics, double width) const
{
    const std::vector<TellingWord> telling = tellingParts().of(name);
    if (telling.empty())
        return {};
    const std::vector<TextRange> words = wordsAndGaps(name);
    KeptText whole(name, metrics, width);
    KeptText least(name, metrics, width);
    for (const TellingWord &word : telling) {
        whole.keep(words[word.word]);
        least.keep(word.least);
    }
    const QString usual = metrics.elidedText(name, Qt::ElideMiddle, width);
    if (whole.isIn(usual))
        return usual;
    if (whole.fits()) {
        whole.growByWords(words);
        return whole.text();
    }
    if (least.isIn(usual))
        return usual;
    if (!least.fits())
        return {};
    least.growByCharacters(telling, words);
    return least.text();
}

/// Without the labels that all have, an ellipsis in their place, and with so much of the metric that all have
/// as there is room for. Empty where the labels alone are still too wide.
QString NameElision::elidedLabels(const QString &name, const QFontMetricsF &metrics, double width) const
{
    if (!m_labelled)
        return {};
    const LabelledName whole = labelled(name).value_or(LabelledName());
    QStringList told;
    for (const QString &label : whole.labels) {
        if (!m_shared.contains(label))
            told << label;
    }
    const QString separator = QStringLiteral(", ");
    const bool gone = told.size() < whole.labels.size();
    const QString labels = u'{' + told.join(separator) + (gone && !told.isEmpty() ? separator : QString()) +
                           (gone ? QString(ellipsis) : QString()) + u'}';
    const QString named = whole.metric + labels;
    if (metrics.horizontalAdvance(named) <= width)
        return named;
    const double room = width - metrics.horizontalAdvance(labels);
    if (!m_sameMetric || room < 0)
        return {};
    // A mark at least, or the line would seem to be another metric than its neighbours are.
    const QString metric = metrics.elidedText(whole.metric, Qt::ElideRight, room);
    return metrics.horizontalAdvance(metric + labels) <= width ? metric + labels : labels;
}

} // namespace sightglass
