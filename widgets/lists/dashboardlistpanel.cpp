// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/dashboardlistpanel.h"

#include "model/presentation/displaytext.h"
#include "widgets/lists/dashboardrows.h"
#include "widgets/lists/rowlist.h"

#include <QLineEdit>
#include <QPainter>

namespace sightglass {

namespace {

constexpr int fieldGap = 4;

} // namespace

DashboardListPanel::DashboardListPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_theme(theme)
    , m_list(new RowList(theme, this))
{
    if (const auto *options = std::get_if<DashboardListOptions>(&spec.options))
        m_options = *options;
    m_list->setAccessibleName(tr("Dashboards: %1").arg(displayText(std::string_view(spec.title))));
    connect(m_list, &RowList::requested, this, &PanelView::dashboardRequested);
    if (m_options.search) {
        m_field = new QLineEdit(this);
        m_field->setPlaceholderText(tr("Search dashboards"));
        m_field->setAccessibleName(m_field->placeholderText());
        m_field->setClearButtonEnabled(true);
        m_field->setMaxLength(200);
        connect(m_field, &QLineEdit::textChanged, this, &DashboardListPanel::present);
        setTabOrder(m_field, m_list);
    }
    setTheme(theme);
}

void DashboardListPanel::setData(const PanelDataPtr &answer)
{
    Q_UNUSED(answer)
}

void DashboardListPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_list->setTheme(theme);
    if (m_field)
        m_field->setPalette(theme.palette());
    present();
}

void DashboardListPanel::setDashboards(const std::vector<DashboardEntry> &dashboards)
{
    if (dashboards == m_dashboards)
        return;
    m_dashboards = dashboards;
    present();
}

void DashboardListPanel::present()
{
    std::vector<ListRow> rows =
        dashboardListRows(m_dashboards, m_options, m_field ? m_field->text() : QString());
    if (rows.empty())
        rows.push_back(
            {ListRow::Kind::Note, tr("This list shows no kind of dashboards"), {}, {}, {}, {}, {}});
    m_list->setRows(std::move(rows));
}

void DashboardListPanel::resizeEvent(QResizeEvent *event)
{
    const int top = m_field ? m_field->sizeHint().height() + fieldGap : 0;
    if (m_field)
        m_field->setGeometry(0, 0, width(), m_field->sizeHint().height());
    m_list->setGeometry(rect().adjusted(0, top, 0, 0));
    PanelView::resizeEvent(event);
}

void DashboardListPanel::exportTo(QPainter &painter)
{
    painter.fillRect(rect(), m_theme.surface);
    painter.save();
    painter.translate(m_list->pos());
    m_list->drawing().paint(painter);
    painter.restore();
}

} // namespace sightglass
