// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardlinkbar.h"

#include "model/presentation/displaytext.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {

namespace {

constexpr int longestTitle = 40;
constexpr std::size_t mostButtons = 20;

QString buttonText(std::string_view text)
{
    return displayText(text, longestTitle).replace(u'&', QLatin1String("&&"));
}

/// Grafana's icons as signs.
QString signOf(std::string_view icon)
{
    constexpr std::array signs = {std::pair<std::string_view, char16_t>("external link", 0x2197),
                                  std::pair<std::string_view, char16_t>("dashboard", 0x25A6),
                                  std::pair<std::string_view, char16_t>("question", u'?'),
                                  std::pair<std::string_view, char16_t>("info", 0x24D8),
                                  std::pair<std::string_view, char16_t>("bolt", 0x26A1),
                                  std::pair<std::string_view, char16_t>("doc", 0x25A4),
                                  std::pair<std::string_view, char16_t>("cloud", 0x2601)};
    for (const auto &[name, sign] : signs) {
        if (name == icon)
            return QString(QChar(sign)) + QLatin1Char(' ');
    }
    return {};
}

QToolButton *makeButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(plainToolTip(toolTip));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

bool hasTags(const DashboardEntry &dashboard, const std::vector<std::string> &tags)
{
    return std::ranges::all_of(tags, [&dashboard](const std::string &tag) {
        return std::ranges::find(dashboard.tags, tag) != dashboard.tags.end();
    });
}

} // namespace

DashboardLinkBar::DashboardLinkBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    hide();
}

void DashboardLinkBar::setLinks(const std::vector<DashboardLink> &links,
                                const std::vector<DashboardEntry> &dashboards, const std::string &own)
{
    std::vector<DashboardEntry> others = dashboards;
    std::erase_if(others, [&own](const DashboardEntry &entry) { return entry.id == own; });
    // Visits change with every look; who has a menu open keeps it.
    for (DashboardEntry &entry : others)
        entry.visited.reset();
    if (links == m_links && others == m_dashboards)
        return;
    m_links = links;
    m_dashboards = others;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const DashboardLink &link : m_links) {
        if (link.byTags) {
            addDashboards(link, m_dashboards);
            continue;
        }
        if (link.url.empty())
            continue;
        const QString address = displayText(std::string_view(link.url), 200);
        const QString told =
            link.tooltip.empty() ? address : displayText(std::string_view(link.tooltip), 400);
        QToolButton *button =
            makeButton(signOf(link.icon) + buttonText(link.title.empty() ? link.url : link.title), told);
        connect(button, &QToolButton::clicked, this, [this, link] { emit linkChosen(link); });
        m_layout->addWidget(button);
    }
    setVisible(m_layout->count() > 0);
}

void DashboardLinkBar::addDashboards(const DashboardLink &link, const std::vector<DashboardEntry> &dashboards)
{
    std::vector<DashboardEntry> found;
    std::ranges::copy_if(dashboards, std::back_inserter(found),
                         [&link](const DashboardEntry &entry) { return hasTags(entry, link.tags); });
    if (!link.asDropdown) {
        for (std::size_t i = 0; i < std::min(found.size(), mostButtons); ++i) {
            QToolButton *button = makeButton(buttonText(found[i].title), displayText(found[i].title));
            connect(button, &QToolButton::clicked, this,
                    [this, link, id = found[i].id] { emit dashboardChosen(link, id); });
            m_layout->addWidget(button);
        }
        return;
    }
    QToolButton *button =
        makeButton(buttonText(link.title.empty() ? tr("Dashboards").toStdString() : link.title),
                   displayText(std::string_view(link.tooltip), 400));
    auto *menu = new QMenu(button);
    for (const DashboardEntry &entry : found)
        menu->addAction(buttonText(entry.title), this,
                        [this, link, id = entry.id] { emit dashboardChosen(link, id); });
    if (found.empty())
        menu->addAction(tr("No dashboard has these tags"))->setEnabled(false);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    m_layout->addWidget(button);
}

} // namespace sightglass
