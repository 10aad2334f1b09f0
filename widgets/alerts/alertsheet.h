// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/alertboard.h"
#include "widgets/alerts/sheetlayout.h"
#include "widgets/style/theme.h"

#include <QAbstractItemView>

#include <optional>
#include <vector>

namespace sightglass {

class AlertBoardModel;

/// The lines of the alert board: small, one per alert, in as many columns beside each other as it takes to
/// have them all in sight. States are told by shape and colour. Arrow keys go from line to line, Left and
/// Right from column to column; "<" and ">" choose what is sorted by, R turns the order round.
class AlertSheet : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit AlertSheet(AlertBoardModel *model, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Whether lines go on beside each other where they do not all fit.
    void setWraps(bool wraps);
    [[nodiscard]] bool wraps() const noexcept { return m_wraps; }
    [[nodiscard]] const SheetLayout &sheetLayout() const noexcept { return m_layout; }

    /// Columns of labels that there is no room for, as the header has them.
    [[nodiscard]] const QStringList &leftOut() const noexcept { return m_leftOut; }

    /// Rows that are selected, ascending; else the current one.
    [[nodiscard]] std::vector<int> chosenRows() const;

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;
    void keyboardSearch(const QString &search) override { Q_UNUSED(search) }
    [[nodiscard]] QSize sizeHint() const override { return {900, 400}; }

signals:
    /// Return, or a double click.
    void opened(int row);
    void leftOutChanged();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override { return 0; }
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void relayout();
    void tellLeftOut();
    void scheduleRelayout();
    /// As large as the program's where all lines fit, else as small as can be read.
    void chooseFont();
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] std::vector<SheetColumn> measuredColumns() const;
    [[nodiscard]] int firstRow() const;
    void paintHeader(QPainter &painter, int block) const;
    void paintRow(QPainter &painter, int row) const;
    void paintState(QPainter &painter, const QModelIndex &index, const QRect &cell) const;
    [[nodiscard]] QColor stateColor(const QModelIndex &index) const;
    void stepOrder(int by);
    /// What is current and chosen stays so when the lines are in another order.
    void keepChosen();
    void restoreChosen();

    AlertBoardModel *m_model;
    Theme m_theme;
    SheetLayout m_layout;
    QStringList m_leftOut;
    bool m_wraps = true;
    bool m_isRelayoutDue = false;
    bool m_isDense = true;
    QFont m_plainFont;
    std::optional<BoardRow> m_keptCurrent;
    std::vector<BoardRow> m_keptChosen;
};

} // namespace sightglass
