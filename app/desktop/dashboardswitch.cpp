// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardswitch.h"

#include "model/presentation/displaytext.h"
#include "widgets/variables/flowlayout.h"

#include <QButtonGroup>
#include <QToolButton>

namespace sightglass {

namespace {

constexpr int longestTitle = 40;

} // namespace

DashboardSwitch::DashboardSwitch(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this))
    , m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("dashboardSwitch"));
    m_flow->setContentsMargins(8, 6, 8, 2);
    m_flow->setSpacing(4);
    // A fixed height would be that of one line.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void DashboardSwitch::setDashboards(const std::vector<DashboardSpec> &dashboards, const std::string &current)
{
    std::vector<std::pair<std::string, std::string>> wanted;
    for (const DashboardSpec &dashboard : dashboards)
        wanted.emplace_back(dashboard.id, dashboard.title);
    if (wanted != m_shown) {
        m_shown = wanted;
        for (QAbstractButton *button : m_group->buttons()) {
            m_flow->removeWidget(button);
            m_group->removeButton(button);
            button->hide();
            button->deleteLater();
        }
        for (const auto &[id, title] : m_shown) {
            auto *button = new QToolButton;
            button->setText(
                displayText(std::string_view(title), longestTitle).replace(u'&', QLatin1String("&&")));
            button->setToolTip(plainToolTip(displayText(std::string_view(title))));
            button->setCheckable(true);
            m_group->addButton(button);
            m_flow->addWidget(button);
            connect(button, &QToolButton::clicked, this, [this, id = id] { emit chosen(id); });
        }
    }
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        buttons[static_cast<qsizetype>(i)]->setChecked(m_shown[i].first == current);
    setVisible(m_shown.size() > 1);
    updateGeometry();
}

int DashboardSwitch::heightForWidth(int width) const
{
    return m_flow->heightForWidth(width);
}

} // namespace sightglass
