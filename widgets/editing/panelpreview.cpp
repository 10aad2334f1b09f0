// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/panelpreview.h"

#include "widgets/panels/panelframe.h"

#include <QResizeEvent>
#include <QTimer>

#include <utility>

namespace sightglass {

namespace {

constexpr int askAfterMs = 250;

} // namespace

PanelPreview::PanelPreview(const EditingContext &context, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_feed(new DashboardFeed(context.pool, this))
    , m_theme(theme)
    , m_colors(std::make_shared<SeriesColorBook>())
    , m_asking(new QTimer(this))
{
    m_feed->setEngine(context.engine);
    m_asking->setSingleShot(true);
    m_asking->setInterval(askAfterMs);
    connect(m_asking, &QTimer::timeout, this, &PanelPreview::ask);
    connect(m_feed, &DashboardFeed::panelReady, this,
            [this](int, const std::shared_ptr<const PanelData> &answer) {
                if (m_frame != nullptr)
                    m_frame->setData(answer);
                emit answered(answer);
            });
    setMinimumSize(160, 90);
    setAccessibleName(tr("Preview"));
}

PanelPreview::~PanelPreview() = default;

void PanelPreview::setPresenter(Presenter presenter)
{
    m_presenter = std::move(presenter);
    showPanel();
}

void PanelPreview::setPanel(const PanelSpec &panel)
{
    if (panel == m_panel)
        return;
    m_panel = panel;
    showPanel();
}

void PanelPreview::showPanel()
{
    if (!m_panel)
        return;
    const PanelSpec shown = this->shown();
    if (m_frame != nullptr && m_frame->spec() == shown)
        return;
    PanelFrame *before = m_frame;
    m_frame = new PanelFrame(shown, m_theme, this);
    m_frame->setColorBook(m_colors);
    m_frame->setFocusPolicy(Qt::NoFocus);
    m_frame->setContextMenuPolicy(Qt::NoContextMenu);
    if (m_zone)
        m_frame->setTimeZone(*m_zone);
    if (m_time)
        m_frame->setShownTime(*m_time);
    // Until the new answer comes the old one is better than nothing, where it is of the same kind.
    if (before != nullptr && before->spec().type() == shown.type())
        m_frame->setData(before->panelData());
    m_frame->setGeometry(rect());
    m_frame->show();
    if (before != nullptr) {
        before->hide();
        before->deleteLater();
    }
    m_asking->start();
}

PanelSpec PanelPreview::shown() const
{
    if (!m_panel)
        return {};
    return m_presenter ? m_presenter(*m_panel) : *m_panel;
}

void PanelPreview::ask()
{
    if (m_frame == nullptr)
        return;
    m_feed->setPanels({m_frame->spec()});
    if (m_question.snapshot)
        m_feed->refresh(m_question);
}

void PanelPreview::refresh(const DashboardFeed::Question &question)
{
    m_question = question;
    if (!m_asking->isActive() && m_question.snapshot)
        m_feed->refresh(m_question);
}

void PanelPreview::setShownTime(const PanelTime &time)
{
    m_time = time;
    if (m_frame != nullptr)
        m_frame->setShownTime(time);
}

void PanelPreview::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_frame != nullptr)
        m_frame->setTheme(theme);
}

void PanelPreview::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (m_frame != nullptr)
        m_frame->setTimeZone(zone);
}

void PanelPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_frame != nullptr)
        m_frame->setGeometry(rect());
}

} // namespace sightglass
