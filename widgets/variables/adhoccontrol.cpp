// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/adhoccontrol.h"

#include "model/presentation/displaytext.h"
#include "widgets/variables/matcherpopup.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace sightglass {

namespace {

constexpr int longestPart = 40;

QString filterText(const AdHocFilter &filter)
{
    QString value = displayText(std::string_view(filter.value), longestPart);
    if (!filter.values.empty()) {
        QStringList values;
        for (const std::string &one : filter.values)
            values << displayText(std::string_view(one), longestPart);
        value = values.join(QStringLiteral(" | "));
    }
    return displayText(std::string_view(filter.key), longestPart) + QLatin1Char(' ') +
           displayText(std::string_view(filter.op), 4) + QLatin1Char(' ') + value;
}

QToolButton *makeButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    QString label = text;
    button->setText(label.replace(u'&', QLatin1String("&&")));
    button->setToolTip(plainToolTip(toolTip));
    button->setAccessibleName(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

AdHocControl::AdHocControl(const VariableSpec &variable, LabelSource labels)
    : VariableControl(variable)
    , m_labels(std::move(labels))
    , m_filters(variable.filters)
    , m_chips(new QWidget)
    , m_chipLayout(new QHBoxLayout(m_chips))
{
    m_chipLayout->setContentsMargins(0, 0, 0, 0);
    m_chipLayout->setSpacing(2);
    QToolButton *add = makeButton(QStringLiteral("+"), tr("Add a filter"));
    add->setObjectName(QStringLiteral("addFilter"));
    addPart(m_chips);
    addPart(add);
    setMainPart(add);
    connect(add, &QToolButton::clicked, this, [this] { edit(m_filters.size()); });
    rebuild();
}

void AdHocControl::show(const ResolvedVariable &resolved)
{
    // It has no values of its own.
    Q_UNUSED(resolved)
}

void AdHocControl::setFilters(const std::vector<AdHocFilter> &filters)
{
    if (filters == m_filters)
        return;
    m_filters = filters;
    rebuild();
}

QWidget *AdHocControl::makeChip(std::size_t index)
{
    auto *chip = new QWidget;
    auto *layout = new QHBoxLayout(chip);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const QString text = filterText(m_filters[index]);
    QToolButton *change = makeButton(text, tr("Change the filter %1").arg(text));
    QToolButton *away = makeButton(QStringLiteral("×"), tr("Remove the filter %1").arg(text));
    away->setObjectName(QStringLiteral("removeFilter"));
    layout->addWidget(change);
    layout->addWidget(away);
    connect(change, &QToolButton::clicked, this, [this, index] { edit(index); });
    // Not from within the button that goes.
    connect(
        away, &QToolButton::clicked, this, [this, index] { remove(index); }, Qt::QueuedConnection);
    return chip;
}

void AdHocControl::rebuild()
{
    while (QLayoutItem *item = m_chipLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < m_filters.size(); ++i)
        m_chipLayout->addWidget(makeChip(i));
    m_chips->setVisible(!m_filters.empty());
    updateGeometry();
}

void AdHocControl::edit(std::size_t index)
{
    if (m_popup == nullptr)
        m_popup = new MatcherPopup(m_labels, this);
    m_popup->disconnect(this);
    connect(m_popup, &MatcherPopup::submitted, this,
            [this, index](const AdHocFilter &filter) { take(index, filter); });
    m_popup->setFilter(index < m_filters.size() ? m_filters[index] : AdHocFilter{{}, "=", {}});
    m_popup->showAt(this);
}

void AdHocControl::take(std::size_t index, const AdHocFilter &filter)
{
    std::vector<AdHocFilter> filters = m_filters;
    if (index < filters.size())
        filters[index] = filter;
    else
        filters.push_back(filter);
    setFilters(filters);
    emit filtersChosen(m_filters);
}

void AdHocControl::remove(std::size_t index)
{
    if (index >= m_filters.size())
        return;
    std::vector<AdHocFilter> filters = m_filters;
    filters.erase(filters.begin() + static_cast<std::ptrdiff_t>(index));
    setFilters(filters);
    emit filtersChosen(m_filters);
}

} // namespace sightglass
