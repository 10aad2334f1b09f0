// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dashboardpicture.h"

#include "model/presentation/dashboardtimes.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "widgets/views/dashboardview.h"

#include <QScrollBar>
#include <QTimer>

namespace sightglass {

DashboardPicture::DashboardPicture(const DashboardSpec &spec, QSize size, const Theme &theme,
                                   std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_view(std::make_unique<DashboardView>(spec, theme))
    , m_feed(std::make_unique<DashboardFeed>(std::move(pool)))
{
    m_view->setAttribute(Qt::WA_DontShowOnScreen);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->resize(size.width(), size.height() > 0 ? size.height() : m_view->heightForWidth(size.width()));
    m_view->show();
    m_feed->setPanels(spec.panels);
    for (int i = 0; i < m_view->panelCount(); ++i) {
        const PanelFrame *frame = m_view->panel(i);
        if (frame != nullptr && showsData(frame->spec()))
            m_missing.insert(i);
    }
    connect(m_feed.get(), &DashboardFeed::panelReady, this, &DashboardPicture::take);
}

DashboardPicture::~DashboardPicture() = default;

void DashboardPicture::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_view->setTimeZone(zone);
}

void DashboardPicture::render(const DashboardFeed::Question &question, const std::vector<RuleStatus> &rules)
{
    m_view->setRuleStatuses(rules);
    m_view->setRangeAbsolute(!nowOf(question.time));
    DashboardFeed::Question own = question;
    own.time.zones = panelZones(m_zone);
    m_feed->refresh(own);
    if (m_missing.empty())
        QTimer::singleShot(0, this, [this] { emit finished(m_view->grab().toImage()); });
}

ExportSource DashboardPicture::source() const
{
    const DashboardView *view = m_view.get();
    return sourceOf(displayText(view->spec().title), [view] { return view->parts(); });
}

Drawing DashboardPicture::drawing() const
{
    return windowDrawing(m_view->parts(), m_view->size());
}

void DashboardPicture::take(int panel, const std::shared_ptr<const PanelData> &data)
{
    m_view->setPanelData(panel, data);
    if (data->error) {
        const std::string &title = m_view->panel(panel)->spec().title;
        m_panelErrors << QString::fromStdString(title) + QStringLiteral(": ") + errorText(*data->error);
    }
    if (m_missing.erase(panel) > 0 && m_missing.empty())
        QTimer::singleShot(0, this, [this] { emit finished(m_view->grab().toImage()); });
}

} // namespace sightglass
