<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="foundry" tilewidth="32" tileheight="32" tilecount="21" columns="21">
 <image source="foundry.png" width="672" height="32"/>
 <tile id="0" type="slag_hot"/>
 <tile id="1" type="slag"/>
 <tile id="2" type="splash"/>
 <tile id="3" type="scale"/>
 <tile id="4" type="soot"/>
 <tile id="5" type="cable"/>
 <tile id="6" type="cable_bend"/>
 <tile id="7" type="chain"/>
 <tile id="8" type="track"/>
 <tile id="9" type="rime"/>
 <tile id="10" type="frost_ring"/>
 <tile id="11" type="glow_hot"/>
 <tile id="12" type="glow_cold"/>
 <tile id="13" type="walkway"/>
 <tile id="14" type="hatch"/>
 <tile id="15" type="bay_1"/>
 <tile id="16" type="bay_2"/>
 <tile id="17" type="bay_3"/>
 <tile id="18" type="pricks"/>
 <tile id="19" type="edge_line"/>
 <tile id="20" type="cryo_pool"/>
</tileset>
