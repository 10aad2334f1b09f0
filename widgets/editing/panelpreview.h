// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/dashboardfeed.h"
#include "widgets/editing/editingcontext.h"
#include "widgets/style/seriescolors.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QTimer;

namespace sightglass {

class PanelFrame;

/// A panel as it will look, with live data: asks by itself what the panel asks, a moment after it changed,
/// and shows what is there until the new answer comes.
class PanelPreview : public QWidget
{
    Q_OBJECT

public:
    PanelPreview(const EditingContext &context, const Theme &theme, QWidget *parent = nullptr);
    ~PanelPreview() override;

    using Presenter = std::function<PanelSpec(const PanelSpec &)>;
    /// How panels are shown and asked, with variables put in, say.
    void setPresenter(Presenter presenter);
    /// The colours of the dashboard that the panel is of; before setPanel(). Without one it has its own.
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book) { m_colors = book; }
    void setPanel(const PanelSpec &panel);
    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);
    /// New data or another time.
    void refresh(const DashboardFeed::Question &question);
    void setShownTime(const PanelTime &time);
    [[nodiscard]] PanelFrame *frame() const noexcept { return m_frame; }
    /// As it is asked: with variables put in.
    [[nodiscard]] PanelSpec shown() const;

signals:
    /// Never null.
    void answered(const std::shared_ptr<const sightglass::PanelData> &data);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPanel();
    void ask();

    DashboardFeed *m_feed;
    Theme m_theme;
    std::shared_ptr<SeriesColorBook> m_colors;
    Presenter m_presenter;
    std::optional<PanelSpec> m_panel;
    std::optional<PanelTime> m_time;
    std::optional<QTimeZone> m_zone;
    DashboardFeed::Question m_question;
    PanelFrame *m_frame = nullptr;
    QTimer *m_asking; ///< not for each key
};

} // namespace sightglass
