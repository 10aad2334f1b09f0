// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/explainpane.h"

#include "model/presentation/errortext.h"
#include "model/presentation/explanationmodel.h"
#include "widgets/editors/promqlcolors.h"
#include "widgets/style/stylesheets.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace sightglass {

namespace {

constexpr double sampleShare = 0.3; ///< of the tree's width

/// Brings out the node that empties the result, and those that fail.
class PartDelegate : public QStyledItemDelegate
{
public:
    PartDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    void setTheme(const Theme &theme) { m_theme = theme; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool emptied = index.data(ExplanationModel::EmptiedRole).toBool();
        const bool failed = index.data(ExplanationModel::FailedRole).toBool();
        QColor color =
            index.column() == ExplanationModel::ExpressionColumn ? m_theme.text : m_theme.textMuted;
        if (emptied || failed)
            color = m_theme.semantic(SemanticColor::Critical);
        option->palette.setColor(QPalette::Text, color);
        option->palette.setColor(QPalette::HighlightedText, color);
        if (index.column() == ExplanationModel::ExpressionColumn)
            option->font = promqlFont(option->font);
        option->font.setBold(emptied);
        // A text right behind right-aligned numbers.
        if (index.column() == ExplanationModel::SampleColumn)
            option->text.prepend(QStringLiteral("   "));
        if (index.column() == ExplanationModel::TimeColumn)
            option->text.append(u' ');
    }

private:
    Theme m_theme;
};

} // namespace

ExplainPane::ExplainPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new ExplanationModel(this))
    , m_tree(new QTreeView(this))
    , m_title(new QLabel(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_tree->setModel(m_model);
    m_tree->setObjectName(QStringLiteral("explainTree"));
    m_tree->setAccessibleName(tr("Parts of the query"));
    m_tree->setItemDelegate(new PartDelegate(theme, m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(false);
    auto *refresh = new QToolButton(this);
    refresh->setText(tr("Again"));
    refresh->setToolTip(tr("Take the query apart at the present end of the time range"));
    refresh->setAutoRaise(true);
    auto *line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_tree, 1);
    connect(refresh, &QToolButton::clicked, this, &ExplainPane::refreshRequested);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExplainPane::tellPart);
    setTheme(theme);
    setExplanation({}, nullptr);
}

void ExplainPane::setTheme(const Theme &theme)
{
    static_cast<PartDelegate *>(m_tree->itemDelegate())->setTheme(theme);
    QPalette palette = theme.palette();
    QColor selection = theme.accent;
    selection.setAlpha(50);
    palette.setColor(QPalette::Highlight, selection);
    m_tree->setPalette(palette);
    m_tree->setStyleSheet(
        QStringLiteral("QTreeView{background:%1;color:%4;border:0}"
                       "QTreeView::item{padding:2px 8px 2px 2px}"
                       "QHeaderView::section{background:%2;color:%3;border:0;padding:3px 8px}")
            .arg(theme.surface.name(), theme.surfaceRaised.name(), theme.textMuted.name(),
                 theme.text.name()) +
        slimScrollBars(theme));
    m_tree->viewport()->update();
}

QString ExplainPane::headline(const ExploreQuery &query, const Explanation &explanation) const
{
    const QString name = QString::fromStdString(exploreRowName(query.row));
    if (explanation.error)
        return tr("Query %1 cannot be read: %2").arg(name, errorText(*explanation.error));
    const QString at =
        QDateTime::fromMSecsSinceEpoch(explanation.at).time().toString(QStringLiteral("HH:mm:ss.zzz"));
    QString text = tr("Query %1, part by part, at %2").arg(name, at);
    if (!explanation.complete)
        text += QStringLiteral(" · ") + tr("not all parts: there are too many, or they take too long");
    return text;
}

void ExplainPane::setExplanation(const ExploreQuery &query,
                                 const std::shared_ptr<const Explanation> &explanation)
{
    m_row = query.row;
    m_model->setExplanation(explanation);
    m_title->setText(explanation ? headline(query, *explanation) : tr("Run a query to see it part by part"));
    m_tree->expandAll();
    QHeaderView *header = m_tree->header();
    if (!explanation)
        return;
    header->setSectionResizeMode(ExplanationModel::ExpressionColumn, QHeaderView::Stretch);
    header->resizeSection(ExplanationModel::SampleColumn, static_cast<int>(m_tree->width() * sampleShare));
    for (const int column :
         {ExplanationModel::TypeColumn, ExplanationModel::SeriesColumn, ExplanationModel::TimeColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void ExplainPane::tellPart()
{
    const QModelIndex current = m_tree->currentIndex();
    if (!current.isValid()) {
        emit partChosen(m_row, std::nullopt);
        return;
    }
    emit partChosen(m_row, SourceSpan{current.data(ExplanationModel::SpanBeginRole).toULongLong(),
                                      current.data(ExplanationModel::SpanEndRole).toULongLong()});
}

} // namespace sightglass
