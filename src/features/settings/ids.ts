/** Every id that the manifest and the code must agree on, in one typed place. */
export const command = {
  openQuestion: 'loopwise.openQuestion',
  searchQuestions: 'loopwise.searchQuestions',
  nextQuestion: 'loopwise.nextQuestion',
  previousQuestion: 'loopwise.previousQuestion',
  goBack: 'loopwise.goBack',
  goForward: 'loopwise.goForward',
  randomQuestion: 'loopwise.randomQuestion',
  filterQuestions: 'loopwise.filterQuestions',
  filterQuestionsActive: 'loopwise.filterQuestionsActive',
  addBookmark: 'loopwise.addBookmark',
  removeBookmark: 'loopwise.removeBookmark',
  copyLink: 'loopwise.copyLink',
  showCheatSheet: 'loopwise.showCheatSheet',
  clearQuestionFilter: 'loopwise.clearQuestionFilter',
  predictSnippet: 'loopwise.predictSnippet',
  predictRandomSnippet: 'loopwise.predictRandomSnippet',
  runSnippet: 'loopwise.runSnippet',
  showTimeline: 'loopwise.showTimeline',
  runManyTimes: 'loopwise.runManyTimes',
  runEverywhere: 'loopwise.runEverywhere',
  selectRuntime: 'loopwise.selectRuntime',
  filterSnippets: 'loopwise.filterSnippets',
  filterSnippetsActive: 'loopwise.filterSnippetsActive',
  clearSnippetFilter: 'loopwise.clearSnippetFilter',
  newPack: 'loopwise.newPack',
  newQuestion: 'loopwise.newQuestion',
  newSnippet: 'loopwise.newSnippet',
  runInline: 'loopwise.runInline',
  stopInline: 'loopwise.stopInline',
  clearInline: 'loopwise.clearInline',
  showInline: 'loopwise.showInline',
  inlineTimeline: 'loopwise.inlineTimeline',
  inlineValue: 'loopwise.inlineValue',
  inlineLens: 'loopwise.inlineLens',
  compareInline: 'loopwise.compareInline',
  inlineOnSave: 'loopwise.inlineOnSave',
  inlineMenu: 'loopwise.inlineMenu',
  predictInline: 'loopwise.predictInline',
  predictLine: 'loopwise.predictLine',
  predictText: 'loopwise.predictText',
  removeNumber: 'loopwise.removeNumber',
  checkInline: 'loopwise.checkInline',
  showRanLines: 'loopwise.showRanLines',
  cancelInline: 'loopwise.cancelInline',
  editCopy: 'loopwise.editCopy',
  compareAttempts: 'loopwise.compareAttempts',
  askNow: 'loopwise.askNow',
  askLater: 'loopwise.askLater',
  forgetLater: 'loopwise.forgetLater',
  quiz: 'loopwise.quiz',
  quizFile: 'loopwise.quizFile',
  quizFrom: 'loopwise.quizFrom',
  studyNow: 'loopwise.studyNow',
  getStarted: 'loopwise.getStarted',
  resetReviews: 'loopwise.resetReviews',
  exportProgress: 'loopwise.exportProgress',
  importProgress: 'loopwise.importProgress',
  drill: 'loopwise.drill',
  anotherLikeThis: 'loopwise.anotherLikeThis',
  showDifference: 'loopwise.showDifference',
  exportDrills: 'loopwise.exportDrills',
  setInterviewDate: 'loopwise.setInterviewDate',
  startInterview: 'loopwise.startInterview',
  showInterviewReports: 'loopwise.showInterviewReports',
  showPlan: 'loopwise.showPlan',
  newStory: 'loopwise.newStory',
  startSpeaking: 'loopwise.startSpeaking',
  stopSpeaking: 'loopwise.stopSpeaking',
  openProblem: 'loopwise.openProblem',
  showProblemHint: 'loopwise.showProblemHint',
  showProblemSolution: 'loopwise.showProblemSolution',
  choosePracticeFolder: 'loopwise.choosePracticeFolder',
  showProgress: 'loopwise.showProgress',
  showLog: 'loopwise.showLog',
} as const;

export const view = {
  today: 'loopwise.today',
  questions: 'loopwise.questions',
  snippets: 'loopwise.snippets',
  plan: 'loopwise.plan',
  inThisFile: 'loopwise.inThisFile',
} as const;

export const panel = {
  answer: 'loopwise.answer',
  predict: 'loopwise.predict',
  cheatSheet: 'loopwise.cheatSheet',
  runs: 'loopwise.runs',
  quiz: 'loopwise.quiz',
  drill: 'loopwise.drill',
  interview: 'loopwise.interview',
  progress: 'loopwise.progress',
} as const;

/** What language models are offered. */
export const tool = {
  explainOrder: 'loopwise_explain_order',
  searchBank: 'loopwise_search_bank',
  predict: 'loopwise_predict',
} as const;

/** The controller of the practice problems in the Test Explorer. */
export const testController = 'loopwise.practice';

/** The chat participant `@loopwise`. */
export const participant = 'loopwise.chat';

export const context = {
  questionsFiltered: 'loopwise.questions.filtered',
  snippetsFiltered: 'loopwise.snippets.filtered',
  bankBroken: 'loopwise.bank.broken',
  /** Something was predicted, since this window was opened. */
  predicted: 'loopwise.predicted',
  /** Questions were shown before this one, or after it, in the answer page. */
  canGoBack: 'loopwise.answer.canGoBack',
  canGoForward: 'loopwise.answer.canGoForward',
  /** The question of the answer page has the user's bookmark. */
  bookmarked: 'loopwise.answer.bookmarked',
  /** A page that shows a snippet is the active editor. */
  snippetOpen: 'loopwise.snippet.open',
  /** The active editor shows a story that was begun from a template. */
  storyOpen: 'loopwise.story.open',
  /** The speaking timer runs. */
  speaking: 'loopwise.speaking',
  /** The view In This File is about code. */
  fileRead: 'loopwise.inThisFile.read',
  /** The active editor shows results of an inline run. */
  inlineShown: 'loopwise.inline.shown',
  /** Code of the active editor runs. */
  inlineRunning: 'loopwise.inline.running',
  /** Numbers of a prediction can be put beside the lines of the active editor. */
  inlinePredicting: 'loopwise.inline.predicting',
  /** The active editor's code was run inline more than once. */
  inlineComparable: 'loopwise.inline.comparable',
} as const;

export const setting = {
  nodePath: 'node.path',
  predictMode: 'predict.mode',
  timeLimit: 'run.timeLimit',
  memoryLimit: 'run.memoryLimit',
  lineLimit: 'run.lineLimit',
  workingFolder: 'run.workingFolder',
  runsCount: 'runs.count',
  inlineLens: 'inline.codeLens',
  inlineOnSave: 'inline.runOnSave',
  inThisFileHover: 'inThisFile.hover',
  inThisFileCodeActions: 'inThisFile.codeActions',
  packFolders: 'packs.folders',
  retention: 'study.retention',
  newPerDay: 'study.newPerDay',
  reviewsPerDay: 'study.reviewsPerDay',
  prerequisites: 'study.prerequisites',
  interviewDate: 'study.interviewDate',
  interviewLevel: 'study.interviewLevel',
  studyStatus: 'study.statusBar',
  planMinutes: 'study.planMinutes',
  nudgesPerDay: 'study.nudgesPerDay',
  settingsSync: 'study.settingsSync',
} as const;
