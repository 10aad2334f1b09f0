// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/explanationmodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/findingtext.h"
#include "parser/base/numbertext.h"

namespace sightglass {

namespace {

QString sampleText(const ExplainedNode &node, qsizetype length)
{
    if (node.error)
        return errorText(*node.error);
    // The value first: labels are long, and what is cut off is the end.
    QString text = node.sampleValue ? QString::fromStdString(formatFloat(*node.sampleValue)) : QString();
    if (const QString labels = displayText(node.sampleLabels, length); !labels.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral("  ")) + labels;
    if (!node.sampleHistogram.empty())
        text += QStringLiteral("  ") + displayText(node.sampleHistogram, length);
    return text;
}

} // namespace

void ExplanationModel::setExplanation(std::shared_ptr<const Explanation> explanation)
{
    beginResetModel();
    m_explanation = std::move(explanation);
    const std::size_t count = m_explanation ? m_explanation->nodes.size() : 0;
    m_children.assign(count + 1, {});
    m_rows.assign(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<int> &siblings = m_children[m_explanation->nodes[i].parent.value_or(count)];
        m_rows[i] = static_cast<int>(siblings.size());
        siblings.push_back(static_cast<int>(i));
    }
    endResetModel();
}

QModelIndex ExplanationModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    const std::size_t node = parent.isValid() ? parent.internalId() : m_children.size() - 1;
    return createIndex(row, column, static_cast<quintptr>(m_children[node][static_cast<std::size_t>(row)]));
}

QModelIndex ExplanationModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const auto above = m_explanation->nodes[child.internalId()].parent;
    return above ? createIndex(m_rows[*above], 0, static_cast<quintptr>(*above)) : QModelIndex();
}

int ExplanationModel::rowCount(const QModelIndex &parent) const
{
    if (m_children.empty() || parent.column() > 0)
        return 0;
    const std::size_t node = parent.isValid() ? parent.internalId() : m_children.size() - 1;
    return static_cast<int>(m_children[node].size());
}

int ExplanationModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

QVariant ExplanationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ExplainedNode &node = m_explanation->nodes[index.internalId()];
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(node, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == SeriesColumn || index.column() == TimeColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case EmptiedRole:
        return m_explanation->emptied == index.internalId();
    case FailedRole:
        return node.error.has_value();
    case SpanBeginRole:
        return static_cast<qulonglong>(node.span.begin);
    case SpanEndRole:
        return static_cast<qulonglong>(node.span.end);
    default:
        return {};
    }
}

QString ExplanationModel::partText(const ExplainedNode &node) const
{
    constexpr std::size_t wholeUpTo = 40;
    constexpr std::size_t literalUpTo = 16;
    std::string text = node.text;
    if (text.size() <= wholeUpTo)
        return displayText(text);
    std::size_t from = 0;
    for (const int child : m_children[static_cast<std::size_t>(&node - m_explanation->nodes.data())]) {
        const std::string &part = m_explanation->nodes[static_cast<std::size_t>(child)].text;
        const std::size_t at = text.find(part, from);
        if (at == std::string::npos)
            continue;
        const std::string shown = part.size() <= literalUpTo ? part : "…";
        text.replace(at, part.size(), shown);
        from = at + shown.size();
    }
    return displayText(text);
}

QString ExplanationModel::text(const ExplainedNode &node, int column) const
{
    constexpr qsizetype shown = 120;
    switch (column) {
    case ExpressionColumn:
        return partText(node);
    case TypeColumn:
        return valueTypeDisplayText(node.type);
    case SeriesColumn:
        if (node.error)
            return QStringLiteral("–");
        return node.type == promql::ValueType::RangeVector
                   ? tr("%1 (%2 samples)").arg(node.series).arg(node.samples)
                   : QString::number(node.series);
    case SampleColumn:
        if (m_explanation->emptied == static_cast<std::size_t>(&node - m_explanation->nodes.data()))
            return tr("← becomes empty here");
        return sampleText(node, shown);
    case TimeColumn:
        return elapsedText(node.milliseconds);
    default:
        return {};
    }
}

QString ExplanationModel::toolTip(const ExplainedNode &node, int column) const
{
    constexpr qsizetype longest = 2000;
    switch (column) {
    case ExpressionColumn:
        return displayText(node.text, longest);
    case SampleColumn:
        return sampleText(node, longest);
    case TimeColumn:
        return tr("Time to evaluate this with all that is below it");
    default:
        return {};
    }
}

QVariant ExplanationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == SeriesColumn || section == TimeColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ExpressionColumn:
        return tr("Expression");
    case TypeColumn:
        return tr("Type");
    case SeriesColumn:
        return tr("Series");
    case SampleColumn:
        return tr("First of them");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

} // namespace sightglass
