// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/pagerows.h"
#include "model/analysis/textsearch.h"
#include "widgets/doctor/payloadline.h"
#include "widgets/doctor/payloadmarks.h"
#include "widgets/style/theme.h"

#include <QAbstractScrollArea>
#include <QTextLayout>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>

namespace sightglass {

/// A page of any size to be read: line numbers, marks in the margin and under the text, search hits,
/// selection with the mouse. Only rows that are visible are decoded and laid out. Places are bytes of the
/// page.
class PayloadView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PayloadView(const Theme &theme, QWidget *parent = nullptr);
    ~PayloadView() override;

    void setTheme(const Theme &theme);
    enum class Notation : unsigned char
    {
        Exposition, ///< its parts have colours
        Unknown
    };
    /// `owner` keeps the text alive. The place that was on top stays on top, by its row.
    void setRows(std::shared_ptr<const void> owner, const PageRows *rows,
                 Notation notation = Notation::Exposition);
    void setMarks(PayloadMarks marks);
    [[nodiscard]] const PayloadMarks &marks() const noexcept { return m_marks; }
    void setHits(std::shared_ptr<const TextHits> hits);

    /// Marks a place with a caret; nothing: takes that away.
    void setCurrent(std::optional<SourceSpan> place);
    void scrollTo(SourceSpan place);
    [[nodiscard]] std::optional<SourceSpan> current() const noexcept { return m_current; }
    /// The hit that stands out, scrolled to; nothing: none.
    void setCurrentHit(std::optional<std::size_t> hit);

    [[nodiscard]] SourceSpan selection() const noexcept;
    void clearSelection();
    /// The mouse button is down: the page must not change under it. Its release says selectionChanged().
    [[nodiscard]] bool isPressed() const noexcept { return m_isPressed; }
    /// The selected text as it is on the page, at most 16 MiB of it.
    [[nodiscard]] QString selectedText() const;
    void copy() const;
    void selectAll();

    [[nodiscard]] std::size_t firstVisibleRow() const;
    [[nodiscard]] std::size_t visibleRows() const;
    /// The line number that a place of the viewport shows; 0 where there is none.
    [[nodiscard]] std::size_t lineAt(int y) const;
    /// Rows laid out so far: a figure for tests and curious people.
    [[nodiscard]] std::size_t laidOutRows() const noexcept { return m_laidOutRows; }

signals:
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int markWidth = 4;
    static constexpr int textGap = 10;
    static constexpr int overviewWidth = 8;
    struct Row
    {
        PayloadLine line;
        QTextLayout layout;
    };
    Row &row(std::size_t number);
    void forgetRows();
    void updateBars();
    void setSelection(std::size_t anchor, std::size_t cursor);
    [[nodiscard]] std::size_t byteAt(const QPoint &position);
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int gutterWidth() const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] double xOf(Row &shown, std::size_t byte) const;
    void paintGutter(QPainter &painter, std::size_t number, int y) const;
    void paintRow(QPainter &painter, std::size_t number, int y);
    void paintSpan(QPainter &painter, Row &shown, SourceSpan span, const QRectF &line, const QColor &color);
    void paintMarks(QPainter &painter, std::size_t number, Row &shown, int y);
    void paintOverview(QPainter &painter) const;
    [[nodiscard]] QColor markColor(const PayloadMark &mark) const;

    Theme m_theme;
    std::shared_ptr<const void> m_owner;
    Notation m_notation = Notation::Exposition;
    const PageRows *m_rows = nullptr;
    PayloadMarks m_marks;
    std::shared_ptr<const TextHits> m_hits;
    std::optional<std::size_t> m_currentHit;
    std::optional<SourceSpan> m_current;
    std::size_t m_anchor = 0;
    std::size_t m_cursor = 0;
    bool m_isPressed = false;
    std::map<std::size_t, std::unique_ptr<Row>> m_laidOut; ///< visible rows, by number
    std::size_t m_laidOutRows = 0;
    double m_widest = 0;
};

} // namespace sightglass
