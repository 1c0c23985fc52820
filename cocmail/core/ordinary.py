"""Everyday English words, so that a person called Reed or Grace is not found in every text.

Here live words that are names as well, and the commonest other words. Who bears which name is
the roster's business.
"""

# Words that are given names or surnames too: these need a capital letter to be a name.
_NAMES = """
abbey ace alley amber angel apple april arch archer armour art ash august autumn baker ball bank
banks barber bark barn baron basil bass bay beach bean bear beck bell belle berry best bill birch
bird bishop black blade blaze blue bond booth bower bowl bowler box boy brand brave bread breeze
bridge bridges bright brook brooks brown buck bull burn burns bush butcher butler candy card carol
carpenter carter case cash castle chamber chance chandler chase cherry chip christian church clay
cliff close cloud coin comfort constant cook cooper coral cotton craft crane crisp cross crow crown
crystal daisy dale dane dawn day dean destiny diamond dick do dove drew drummer duke earl east eden
else ember english ever faith fall fan farmer fern field fields finch fish fisher flint flood flower
fly forest forester foster fountain fox france frank french frost gale garden gardener gay gem gene
gentle gentry german ginger glass glen gold golden good grace grant gray green grey grove guest guy
hall hand hardy harmony hart haven hawk hay hazel head heart heath heather herb hill hills ho
holiday holly hood hook hope hopper horn house hunt hunter iris ivory ivy jack jade jasmine jewel
job jolly josh joy judge jury justice key keys king kitchen knight lake lamb lance land lane lark
laurel law leaf lie light lily limb ling lion little lock long lord love low lowe luck lucky man
marble march mark marks marsh marshal mason mat max may mead meadow melody mercy merit merry mi mile
miles mill miller mills mint misty moody moon moore moss mount my new night no noble nova oak ocean
olive opal page pages pan park parks parsons patience patient peace peak pearl penny pepper perry
pet petal phoenix piper plum pole pond poole poor pope poppy port porter post potter power powers
precious price prince prior prudence quick quill rain rainbow ray read reed reeve rice rich ridge
ring river rivers rob robin rock rocky roman root roots rose rosemary rosy royal ruby rue ruff rush
rusty sage sail sailor sand sandy savannah scarlet see self sharp shelter shepherd shine shore short
silver singer sky sleight small smart smith snow so son song south sparks spear spring squire star
stark starling steel stern steward still stone storm story strange street strong sue summer summers
sun sunny swan sweet swift tailor tanner taylor temple thatcher thorn thyme tide timber tower towers
tree trinity trip true turner twig unity vale van velvet victor violet virgin wade walker wall walls
ward warden warner waters wave way weaver weeks wells west wheeler white wild wilder will willow win
wind winner winter winters wise wolf wood woods worth wren yard young zen
"""
_COMMON = """
a able about above access account accounts across act action active actually add address admin
administrator after again against age ago agree agreed ahead all alone along already also although
always am among an and android announce announcement anonymous another answer answers any anybody
anyone anything anyway apache apologies apology apparently appear appropriate are area around
article as ask asked asking at attend attendee attention author away back bad ban banned bar base
based basic be became because become been before began begin behalf behavior behaviour being believe
below beside besides better between beyond big bit block board body book bot both bring broken
brought bug bugzilla build business but buy by call called came can cannot care carefully carry
cases center centre certain chair change changes channel chat check child choice choose city clear
clearly clerk code come comes comment comments commit commits committee common community company
complain complaint computer concern concerned concerns conduct conference confirm consider contact
contacts continue contributor contributors copy core could council country couple course cover cut
date days deal dear debian december decide decided decision deep desk detail details dev developer
developers did different direct discord discuss discussion doc docs document does done door doubt
down draft due during each early easily easy edit editor eight either email emails end ended enough
entire especially etc even evening event events every everybody everyone everything exactly example
except expect experience explain face fact family far fast february fedora feel feeling felt few
file files final finally find fine finger first five follow followed following for forum forward
found four free friday friend friends from front full further game gave general get getting girl
github gitlab give given go goes going gone google got great ground group guide had half happen
happened happens happy harassment hard has have having he hear heard held hello help helpdesk her
here hers herself hi high him himself his hold home honestly hour hours how however huge human i
idea if image important in incident indeed info information inside instead into is issue issues it
item its itself january join joined july june jupyter just keep kept kind knew know known last late
later lead leader leave led left less let letter level like line link linux list listed live look
looked looking lot mail mailing main maintainer maintainers make makes making manager many mastodon
matrix matter maybe me mean means meant meet meeting member members men mention mentioned merge
message messages met microsoft might mind mine minute minutes miss moderator moderators moment
monday money month months more morning most mother move mozilla much must name names near need needs
neither never news next nice nine nobody none nor normal north not note notes nothing notice
november now number numpy october of off offer office officer often oh ok okay old on once one ones
only open opened or order organiser organizer other others our out outside over own owner package
pandas panel paper part particular party past pay people per perhaps person personal phone picture
place plan play please point policy possible previous private probably problem problems procedure
process project projects public pull push put python question questions quickly quite quote rather
really reason received recent recently record red regards rejected release remember remove repeat
replied reply report reported reporter reports repository request response result review reviewer
right role room rule rules run said same saturday saw say saying says scipy screen second security
seem seemed seems seen send sender sent september server service set seven several shall share she
should show side sign similarly simple simply since six slack sleep somebody someone something
sometimes soon sorry sort speak speaker special sprint staff stand start started state stay step
stop stopped strict student study subject such suddenly sunday support sure system table take taken
talk talked talking teacher team telegram tell ten than thank thanks that the their theirs them then
there therefore these they thing things think third this those though thought thread three through
thursday ticket time times title to today together told tomorrow too took top topic toward towards
training tried try trying tuesday turn two ubuntu under understand unfortunately until up upon us
use used user users usual usually very view visitor voice volunteer wait walk want wanted was watch
we website wednesday week weekend welcome well went were what whatever when where whether which
while who whole whom whose why wiki windows wish with within without woman women word words work
worked working workshop world would write writes writing wrong wrote year years yes yesterday yet
you your yours yourself zoom zulip
"""

_FUNCTION = """
a an am and are as at be but by can could did do does each else for from had has have he her
here him his how i if in is it its let may me might more most must my no none nor not of off on
or our out over own see shall she should so some such than that the their them then there these
they this those to too under up us was we well were what when where which while who whom why
will with would yes yet you your please long now even just only once
"""

ORDINARY = frozenset((_NAMES + _COMMON).split())
# Words that begin sentences: a capital there does not make them a name.
FUNCTION = frozenset(_FUNCTION.split())
