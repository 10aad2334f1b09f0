// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/dashboard/paneltime.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/panels/exportorder.h"
#include "widgets/panels/panelcommand.h"
#include "widgets/panels/panelface.h"

#include <QFrame>

namespace sightglass {

class PanelActions;

/// A panel on a dashboard: title line with description, remarks, links and menu; the state of the alerts that
/// belong to it as a coloured mark and border; the view or, when the user wants it, its data as a table; and
/// instead of it or over it "no data yet" or the error of its query. Tab leads to the panel, Return or the
/// menu key opens its menu; T shows the table, F or V the full size, Escape leaves it. These are heard
/// below the pointer, too, as long as the keyboard is in no panel.
class PanelFrame : public QFrame
{
    Q_OBJECT

public:
    PanelFrame(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~PanelFrame() override;

    [[nodiscard]] const PanelSpec &spec() const noexcept;
    /// The same panel under another id or at another place: nothing else changes.
    void setPlace(const std::string &id, const GridPosition &place);
    /// Null where the type is not drawn here.
    [[nodiscard]] PanelView *view() const noexcept;

    /// What the dashboard shows: the view shows that, or the panel's own (see panelTime()), which the title
    /// tells of where it is another.
    void setShownTime(const PanelTime &time);
    /// Whether the dashboard's range is, and so the panel's own is not shown.
    void setRangeAbsolute(bool absolute);

    /// See PanelView; of the table too.
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book);
    /// The dashboard's zone, which is that of a panel without one of its own (see zoneOf()).
    void setTimeZone(const QTimeZone &zone);
    /// In which the panel tells times.
    [[nodiscard]] const QTimeZone &timeZone() const noexcept;

    /// What is to be said of the panel whatever its answer is, such as what an import lost; before those of
    /// its answers. Plain, displayable.
    void setStandingRemarks(const QStringList &remarks);
    /// Null: nothing was asked yet.
    void setData(const PanelDataPtr &data);
    /// What was handed in last.
    [[nodiscard]] const PanelDataPtr &panelData() const noexcept;
    /// The same as it is shown: without the rows that a table's filters hide, in the table's order.
    [[nodiscard]] PanelDataPtr shownData() const;
    /// See PanelView, of what is shown.
    [[nodiscard]] std::optional<PanelView::FilteredRows> filteredRows() const;
    void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const noexcept;
    /// The worst state of the panel's alerts, with its rule's summary as tool tip text (plain).
    void setAlertState(AlertState state, Severity severity, const QString &summary);
    [[nodiscard]] AlertState alertState() const noexcept;

    /// The data as a table in the view's place. Where the view is a table itself, or has no data: nothing.
    void setTableShown(bool shown);
    [[nodiscard]] bool isTableShown() const noexcept;
    /// Whether the menu says that the panel fills the dashboard; the owner makes it do so.
    void setFullSize(bool full);
    [[nodiscard]] bool isFullSize() const noexcept;

    /// Shows that it can be taken hold of: by its title, which is there even where it is empty. A click
    /// selects it.
    void setEditing(bool editing);
    /// Where it is taken hold of.
    [[nodiscard]] QWidget *titleWidget() const noexcept;

    [[nodiscard]] const PanelActions &panelActions() const noexcept;
    /// Does what this key does in a panel; false where it does nothing.
    bool handleKey(int key);

    /// As PanelView::exportTo(), with border, title and message.
    void exportTo(QPainter &painter);

signals:
    /// Its menu or a key says so.
    void commandGiven(sightglass::PanelCommand command);
    void exploreRequested();
    /// A link of the panel: variables are filled in but those of the time shown. Hostile.
    void addressFollowed(const std::string &address);
    void fullSizeRequested(bool full);
    void copyPictureRequested();
    void copyDataRequested();
    /// With the rows that are filtered away.
    void copyAllDataRequested();
    void saveRequested(const sightglass::ExportOrder &order);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void addActions();
    void connectTitle();
    void showMenu();
    void reachOut();
    void showRemarks();
    [[nodiscard]] PanelBody body() const;
    void present(const PanelWords &words);
    [[nodiscard]] PanelView *shownView() const;
    void drawBox(QPainter &painter) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sightglass
