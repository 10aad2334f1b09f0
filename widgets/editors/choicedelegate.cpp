// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/choicedelegate.h"

#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int padding = 6;
constexpr int gap = 14;
constexpr int markWidth = 22;
constexpr int widestText = 420;
constexpr int helpWidth = 320;
constexpr int measuredRows = 60;
constexpr int slack = 4; ///< for widths that are no whole pixels

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

void ChoiceModel::setChoices(std::vector<Choice> choices)
{
    beginResetModel();
    m_choices = std::move(choices);
    endResetModel();
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Choice &entry = choice(index.row());
    if (role == Qt::DisplayRole)
        return entry.text;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList words{entry.text, entry.type, entry.unit, entry.help};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

ChoiceDelegate::ChoiceDelegate(const ChoiceModel *model, const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{}

void ChoiceDelegate::measure(const QFont &font)
{
    const QFontMetrics metrics(boldOf(font));
    m_textWidth = m_typeWidth = m_unitWidth = 0;
    m_hasHelp = m_hasLongHelp = false;
    for (int row = 0; row < std::min(m_model->rowCount(), measuredRows); ++row) {
        const Choice &choice = m_model->choice(row);
        m_textWidth =
            std::max(m_textWidth, std::min(metrics.horizontalAdvance(choice.text) + slack, widestText));
        m_typeWidth = std::max(m_typeWidth, metrics.horizontalAdvance(choice.type));
        m_unitWidth = std::max(m_unitWidth, metrics.horizontalAdvance(choice.unit));
        m_hasHelp = m_hasHelp || !choice.help.isEmpty();
        m_hasLongHelp = m_hasLongHelp || metrics.horizontalAdvance(choice.help) > helpWidth;
    }
}

int ChoiceDelegate::wantedWidth() const
{
    int width = 2 * padding + markWidth + m_textWidth + gap;
    for (const int column : {m_typeWidth, m_unitWidth, m_hasHelp ? helpWidth : 0})
        width += column > 0 ? column + gap : 0;
    return width;
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {wantedWidth(), QFontMetrics(option.font).height() + padding};
}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Choice &choice = m_model->choice(index.row());
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        QColor selection = m_theme.accent;
        selection.setAlpha(m_theme.kind == ThemeKind::Dark ? 60 : 40);
        painter->fillRect(option.rect, selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, m_theme.surface);
    }
    QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(boldOf(option.font));
    painter->setPen(m_theme.semantic(choice.markColor));
    painter->drawText(QRect(area.left(), area.top(), markWidth - 6, area.height()), Qt::AlignCenter,
                      choice.mark);
    area.setLeft(area.left() + markWidth);
    paintText(painter, QRect(area.left(), area.top(), m_textWidth, area.height()), choice, option.font);
    area.setLeft(area.left() + m_textWidth + gap);
    painter->setFont(option.font);
    painter->setPen(m_theme.textMuted);
    const QFontMetrics metrics(option.font);
    for (const auto &[text, width] :
         {std::pair(choice.type, m_typeWidth), std::pair(choice.unit, m_unitWidth),
          std::pair(choice.help, area.width())}) {
        if (width <= 0)
            continue;
        const QRect column = QRect(area.left(), area.top(), width, area.height()).intersected(area);
        painter->drawText(column, Qt::AlignVCenter | Qt::AlignLeft,
                          metrics.elidedText(text, Qt::ElideRight, column.width()));
        area.setLeft(area.left() + width + gap);
    }
    painter->restore();
}

void ChoiceDelegate::paintText(QPainter *painter, const QRect &area, const Choice &choice,
                               const QFont &font) const
{
    const QFont bold = boldOf(font);
    const QString shown = QFontMetrics(bold).elidedText(choice.text, Qt::ElideMiddle, area.width());
    // Places in a shortened text would be wrong.
    const bool whole = shown == choice.text;
    painter->setPen(m_theme.text);
    QRect rest = area;
    for (qsizetype i = 0; i < shown.size();) {
        const bool matched = whole && choice.matched.contains(static_cast<int>(i));
        qsizetype end = i + 1;
        while (end < shown.size() && (whole && choice.matched.contains(static_cast<int>(end))) == matched)
            ++end;
        const QString run = shown.mid(i, end - i);
        painter->setFont(matched ? bold : font);
        painter->setPen(matched ? m_theme.accent : m_theme.text);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, run);
        rest.setLeft(rest.left() + QFontMetrics(matched ? bold : font).horizontalAdvance(run));
        i = end;
    }
}

} // namespace sightglass
